#!/usr/bin/env python3
"""What do decisions teach? Links files, answers doubtful pairs from the truth, links them again.

    python3 bench/labels.py OUT FILE [FILE] --clusters TRUTH.csv ID CLUSTER
    python3 bench/labels.py OUT FILE [FILE] --pairs TRUTH.csv ID_A ID_B --id COLUMN

Of the pairs with a weight of 0 bits or more that do not link by themselves, so many are drawn and
answered. "before" uses the model of the first run, so that answers hold for their own pairs only;
"after" trains on them. Scores are those of all pairs and of the pairs nobody answered. The records
of a truth of pairs are those of the files; FILE names a source by its name without ending.

Standard library only. LINK in the environment is the command, `./cornerstore link` by default.
"""

import argparse
import collections
import csv
import gzip
import itertools
import os
import pathlib
import random
import shlex
import subprocess


def rows(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def source(path):
    return pathlib.Path(path).name.split(".")[0]


def truth(args):
    """The true cluster of each (source, id)."""
    if args.clusters:
        path, key, cluster = args.clusters
        return {(source(args.files[0]), row[key]): row[cluster] for row in rows(path)}
    path, *ends = args.pairs
    parent = {}

    def find(record):
        while parent.setdefault(record, record) != record:
            record = parent[record]
        return record

    for file in args.files:
        for row in rows(file):
            find((source(file), row[args.id]))
    sources = [source(args.files[0]), source(args.files[-1])]
    for row in rows(path):
        a, b = (find((name, row[end])) for name, end in zip(sources, ends))
        parent[a] = b
    return {record: find(record) for record in list(parent)}


def link(args, out, *more):
    command = shlex.split(os.environ.get("LINK", "./cornerstore link"))
    run = [*command, *args.files, "--out", str(out), "--no-report", *map(str, more)]
    subprocess.run(run, check=True, capture_output=True)


def joined(clusters):
    members = collections.defaultdict(list)
    for record, cluster in clusters.items():
        members[cluster].append(record)
    pairs = (itertools.combinations(group, 2) for group in members.values())
    return {frozenset(pair) for some in pairs for pair in some}


def scores(out, true, answered):
    """Precision, recall and F1 of the best guess and of what is certain, all and unanswered."""
    found = {}
    for answer in ("cluster", "certain"):
        linked = joined({(r["source"], r["id"]): r[answer] for r in rows(out / "clusters.csv")})
        for name, left_out in (("all", set()), ("unanswered", answered)):
            pairs, sought = linked - left_out, true - left_out
            right = len(pairs & sought)
            precision = right / len(pairs) if pairs else 1
            recall = right / len(sought) if sought else 1
            both = precision + recall
            found[answer, name] = precision, recall, 2 * precision * recall / both if both else 0
    return found


def answers(drawn, of, path):
    answered = set()
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["source_a", "id_a", "source_b", "id_b", "decision"])
        for pair in drawn:
            a, b = (pair["source_a"], pair["id_a"]), (pair["source_b"], pair["id_b"])
            out.writerow([*a, *b, "same" if of[a] == of[b] else "different"])
            answered.add(frozenset((a, b)))
    return answered


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--clusters", nargs=3)
    parser.add_argument("--pairs", nargs=3)
    parser.add_argument("--id")
    parser.add_argument("--answers", type=int, nargs="+", default=[200, 1000])
    parser.add_argument("--seeds", type=int, default=3)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    of = truth(args)
    true = joined(of)
    base = args.out / "base"
    link(args, base)
    pairs = [r for r in rows(base / "pairs.csv") if r["decision"] != "link" and float(r["weight"]) >= 0]
    for count in args.answers:
        sums = collections.defaultdict(lambda: [0.0, 0.0, 0.0])
        for seed in range(1, args.seeds + 1):
            drawn = random.Random(seed).sample(pairs, count) if count < len(pairs) else pairs
            said = args.out / "said.csv"
            answered = answers(drawn, of, said)
            link(args, args.out / "before", "--decisions", said, "--model", base / "model.json")
            link(args, args.out / "after", "--decisions", said)
            for run in ("before", "after"):
                for key, values in scores(args.out / run, true, answered).items():
                    sums[key + (run,)] = [x + y for x, y in zip(sums[key + (run,)], values)]
        print(f"{min(count, len(pairs))} answers, mean of {args.seeds} draws: precision recall F1")
        for answer, name in itertools.product(("cluster", "certain"), ("all", "unanswered")):
            before, after = (
                " ".join(f"{x / args.seeds:.4f}" for x in sums[answer, name, run])
                for run in ("before", "after")
            )
            print(f"  {answer:8} {name:11} {before}  ->  {after}")


if __name__ == "__main__":
    main()
