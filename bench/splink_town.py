#!/usr/bin/env python3
"""How hard is the sample town for Splink 5?

Reads what TownFeeds.writeFlat wrote (flat.csv, flat-truth.csv), links the records with Splink's
model for people and prints pairwise precision, recall and F1 at several thresholds, for the
scored pairs themselves and for the clusters (connected components) they give.

    python3 -m venv venv && venv/bin/pip install "splink>=5" duckdb pandas
    venv/bin/python bench/splink_town.py FOLDER [--limit PEOPLE]

The truth is used for scoring only. Every true pair counts, whether blocking finds it or not.
"""

import argparse
import pathlib
import time

import duckdb
import pandas as pd
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

BLOCKING = [
    ("email",),
    ("phone",),
    ("given_name", "family_name"),
    ("family_name", "postcode"),
    ("given_name", "postcode"),
    ("street", "postcode"),
    ("birth_date", "family_name"),
    ("birth_date", "given_name"),
    ("substr(given_name, 1, 3)", "substr(family_name, 1, 4)"),
]

TRAINING = [
    ("given_name", "family_name"),
    ("birth_date",),
    ("street", "postcode"),
    ("email",),
]

WEIGHTS = [-10, -5, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30]


def read(folder, limit):
    """Records with the person as a plain column that the model never sees."""
    flat = pd.read_csv(folder / "flat.csv", dtype=str, keep_default_na=False)
    truth = pd.read_csv(folder / "flat-truth.csv", dtype=str)
    records = flat.merge(truth, on=["source", "id"], validate="one_to_one")
    if limit:
        records = records[records.person.str[1:].astype(int) < limit]
    records = records.reset_index(drop=True)
    records["unique_id"] = records.index
    return records.replace({"": None})


def model():
    """Names with term frequencies, date of birth, e-mail, telephone, street, place."""
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="unique_id",
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in BLOCKING],
        comparisons=[
            cl.ForenameSurnameComparison("given_name", "family_name"),
            cl.DateOfBirthComparison("birth_date", input_is_string=True),
            cl.EmailComparison("email"),
            cl.ExactMatch("phone").configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("street", [0.92, 0.8]).configure(
                term_frequency_adjustments=True
            ),
            cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
            cl.ExactMatch("sex"),
        ],
    )


def train(linker, random_pairs=2e7):
    linker.training.estimate_probability_two_random_records_match(
        [block_on("email", "given_name"), block_on("phone", "given_name", "family_name")],
        recall=0.4,
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=random_pairs)
    for rule in TRAINING:
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(*rule))


def true_pairs(sizes):
    return int((sizes * (sizes - 1) // 2).sum())


def score(hits, predicted, total):
    precision = hits / predicted if predicted else 1.0
    recall = hits / total if total else 1.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return precision, recall, f1


def clusters(pairs, count):
    """Pairs of the connected components, by union-find with path halving."""
    parent = list(range(count))

    def find(node):
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for left, right in pairs:
        parent[find(left)] = find(right)
    return pd.Series([find(node) for node in range(count)])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--limit", type=int, default=0, help="only people numbered below this")
    parser.add_argument("--clusters", action="store_true", help="score clusters as well")
    args = parser.parse_args()

    records = read(args.folder, args.limit)
    total = true_pairs(records.groupby("person").size())
    print(f"records {len(records)}, people {records.person.nunique()}, true pairs {total}")
    filled = records.notna().mean()
    print("filled: " + ", ".join(f"{name} {share:.2f}" for name, share in filled.items()))

    started = time.time()
    db = DuckDBAPI(connection=duckdb.connect())
    data = db.register(records.drop(columns=["person"]))
    linker = Linker(data, model())
    train(linker)
    scored = linker.inference.predict(threshold_match_weight=-12).as_pandas_dataframe()
    print(f"blocked on {BLOCKING}")
    print(f"scored pairs {len(scored)}, {time.time() - started:.0f} s")

    person = records.person.to_numpy()
    left = scored.unique_id_l.to_numpy()
    right = scored.unique_id_r.to_numpy()
    same = person[left] == person[right]
    weight = scored.match_weight.to_numpy()
    print(f"true pairs among them {same.sum()} ({same.sum() / total:.4f} of all)")
    print("weight  precision  recall  F1" + ("   clusters: precision  recall  F1" if args.clusters else ""))
    best = (0.0, 0)
    best_clusters = (0.0, 0)
    for bound in WEIGHTS:
        kept = weight >= bound
        p, r, f = score(int((same & kept).sum()), int(kept.sum()), total)
        best = max(best, (f, bound))
        line = f"{bound:6d}  {p:9.4f}  {r:6.4f}  {f:.4f}"
        if args.clusters:
            found = clusters(zip(left[kept].tolist(), right[kept].tolist()), len(records))
            both = pd.DataFrame({"cluster": found, "person": person})
            hits = true_pairs(both.groupby(["cluster", "person"]).size())
            p, r, f = score(hits, true_pairs(both.groupby("cluster").size()), total)
            best_clusters = max(best_clusters, (f, bound))
            line += f"              {p:9.4f}  {r:6.4f}  {f:.4f}"
        print(line)
    print(f"best F1 of pairs {best[0]:.4f} at weight {best[1]}")
    if args.clusters:
        print(f"best F1 of clusters {best_clusters[0]:.4f} at weight {best_clusters[1]}")


if __name__ == "__main__":
    main()
