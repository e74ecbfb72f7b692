# SPDX-License-Identifier: EUPL-1.2
"""How far simulated logs lie apart: by five distances of log-distance-measures (Chapela-Campa et
al., BPM 2023).

Usage: log_distance.py A.csv,B.csv,... C.csv,D.csv,...     pairs A with C, B with D, and so on
Prints a JSON line {name of the distance: [one a pair]}. Lower is nearer.
"""
import json
import sys

import pandas
from log_distance_measures.absolute_event_distribution import absolute_event_distribution_distance
from log_distance_measures.circadian_event_distribution import circadian_event_distribution_distance
from log_distance_measures.config import AbsoluteTimestampType, EventLogIDs, discretize_to_hour
from log_distance_measures.cycle_time_distribution import cycle_time_distribution_distance
from log_distance_measures.n_gram_distribution import n_gram_distribution_distance
from log_distance_measures.relative_event_distribution import relative_event_distribution_distance

IDS = EventLogIDs(case="case_id", activity="activity", start_time="start_time",
                  end_time="end_time", resource="resource")


def read(path):
    log = pandas.read_csv(path)
    for column in ("start_time", "end_time"):
        log[column] = pandas.to_datetime(log[column], utc=True, format="ISO8601")
    return log


def distances(a, b):
    both = AbsoluteTimestampType.BOTH
    return {
        "n-gram (3)": n_gram_distribution_distance(a, IDS, b, IDS, n=3),
        "absolute event, hours": absolute_event_distribution_distance(
            a, IDS, b, IDS, discretize_type=both, discretize_event=discretize_to_hour),
        "circadian event, hours": circadian_event_distribution_distance(
            a, IDS, b, IDS, discretize_type=both),
        "relative event, hours": relative_event_distribution_distance(
            a, IDS, b, IDS, discretize_type=both, discretize_event=discretize_to_hour),
        "cycle time, hours": cycle_time_distribution_distance(
            a, IDS, b, IDS, bin_size=pandas.Timedelta(hours=1)),
    }


def main():
    lists = [[read(path) for path in paths.split(",")] for paths in sys.argv[1:3]]
    found = [distances(a, b) for a, b in zip(*lists, strict=True)]
    print(json.dumps({name: [one[name] for one in found] for name in found[0]}))


if __name__ == "__main__":
    main()
