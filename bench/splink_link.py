#!/usr/bin/env python3
"""Links a flat town with Splink 5, as bench/run link-peers wants it.

Writes OUT/clusters-WEIGHT.csv with the clusters at several match weights, in the order of the
records, and prints the figures as JSON. Time, processor and memory are taken when the clusters of
the first weight are written, so that the other weights, which only serve to find Splink's best,
cost it nothing. The model is the one of splink_town.py; the truth is not read.

    python3 splink_link.py FLAT.csv OUT
"""

import json
import os
import pathlib
import resource
import sys
import time

import duckdb
from splink import DuckDBAPI, Linker, block_on
from splink.blocking_analysis import count_comparisons_from_blocking_rules

from splink_town import BLOCKING, model, train

WEIGHTS = [4, -2, 0, 2, 6, 8, 10, 12, 14, 17, 20]
LEAST = -4
RANDOM_PAIRS = 5e6  # as in Splink's example of historical people


def since_start():
    """Seconds since this process began, its imports included."""
    with open("/proc/self/stat", encoding="ascii") as stat:
        ticks = int(stat.read().rsplit(")", 1)[1].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")


def main():
    flat, out = sys.argv[1], pathlib.Path(sys.argv[2])
    connection = duckdb.connect()
    connection.execute(
        f"""create table records as
            select row_number() over () - 1 as unique_id, given_name, family_name, birth_date, sex,
                   email, phone, street, city, postcode
            from read_csv('{flat}', all_varchar = true)"""
    )
    api = DuckDBAPI(connection=connection)
    data = api.register("records")
    linker = Linker(data, model())
    train(linker, RANDOM_PAIRS)
    scored = linker.inference.predict(threshold_match_weight=LEAST)

    def write(weight):
        found = linker.clustering.cluster_pairwise_predictions_at_threshold(
            scored, threshold_match_weight=weight
        )
        connection.execute(
            f"""copy (select unique_id, cluster_id as cluster from {found.physical_name}
                      order by unique_id) to '{out}/clusters-{weight}.csv' (header)"""
        )

    write(WEIGHTS[0])
    usage = resource.getrusage(resource.RUSAGE_SELF)
    figures = {
        "wall": since_start(),
        "cpu": usage.ru_utime + usage.ru_stime,
        "peakMegabytes": usage.ru_maxrss / 1024,
    }
    for weight in WEIGHTS[1:]:
        write(weight)
    counted = count_comparisons_from_blocking_rules(
        data,
        blocking_rules=[block_on(*rule) for rule in BLOCKING],
        link_type="dedupe_only",
        record_sample_proportion=1.0,
    )
    figures["pairs"] = counted[-1]["cumulative_comparison_count"]
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
