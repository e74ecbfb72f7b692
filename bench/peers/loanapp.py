# SPDX-License-Identifier: EUPL-1.2
"""The LoanApp scenario of Prosimos: as a Veer scenario, and simulated by Prosimos itself.

Usage: loanapp.py describe BPMN JSON OUT        the scenario in the form that bench/loanapp.cpp reads
       loanapp.py run BPMN JSON CASES SEED OUT  Prosimos simulates it into a CSV log; prints a JSON
                                                line {"cases", "activities", "seconds"}
"""
import csv
import json
import sys
import time
import xml.etree.ElementTree as ElementTree

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]
START = "2022-06-20T09:00:00+00:00"


def seconds(clock):
    hour, minute, second = clock.split(":")
    return int(hour) * 3600 + int(minute) * 60 + int(float(second))


def week(periods):
    """[[weekday, from, to]] in seconds of the day."""
    rows = []
    for period in periods:
        for day in range(DAYS.index(period["from"]), DAYS.index(period["to"]) + 1):
            rows.append([day, seconds(period["beginTime"]), seconds(period["endTime"])])
    return rows


def describe(bpmn, parameters):
    """One person per resource; a step per task."""
    process = ElementTree.parse(bpmn).getroot().find(BPMN + "process")
    with open(parameters, encoding="utf-8") as file:
        scenario = json.load(file)
    calendars = {c["id"]: week(c["time_periods"]) for c in scenario["resource_calendars"]}
    shares = {row["path_id"]: row["value"]
              for gateway in scenario["gateway_branching_probabilities"]
              for row in gateway["probabilities"]}
    people, efforts = {}, {}
    for profile in scenario["resource_profiles"]:
        for resource in profile["resource_list"]:
            people.setdefault(resource["id"], calendars[resource["calendar"]])
    for task in scenario["task_resource_distribution"]:
        [resource] = task["resources"]
        efforts[task["task_id"]] = (
            resource["resource_id"], resource["distribution_name"],
            [p["value"] for p in resource["distribution_params"]])
    nodes = {n.get("id"): n.tag[len(BPMN):] for n in process if n.tag[len(BPMN):] in
             ("startEvent", "endEvent", "task", "exclusiveGateway")}
    task_names = {n.get("id"): n.get("name") for n in process}
    position = {node_id: i for i, node_id in enumerate(
        node_id for node_id, kind in nodes.items() if kind in ("task", "endEvent"))}
    names = list(people)
    flows = {node_id: [(f.get("targetRef"), shares.get(f.get("id"), 1.0))
                       for f in process.iter(BPMN + "sequenceFlow")
                       if f.get("sourceRef") == node_id] for node_id in nodes}

    def onward(node_id):
        """{task or end: probability} of where a case goes after a node; gateways are passed."""
        found = {}
        for target, share in flows[node_id]:
            share = share if len(flows[node_id]) > 1 else 1.0
            beyond = ({target: 1.0} if nodes[target] in ("task", "endEvent") else onward(target))
            for step, probability in beyond.items():
                found[step] = found.get(step, 0.0) + share * probability
        return found

    def transitions(node_id):
        return [[position[step], share] for step, share in onward(node_id).items()]

    steps = []
    for node_id in position:
        if nodes[node_id] == "endEvent":
            steps.append({"next": []})
            continue
        resource, distribution, values = efforts[node_id]
        steps.append({"activity": task_names[node_id], "person": names.index(resource),
                      "distribution": distribution, "parameters": values,
                      "next": transitions(node_id)})
    [start] = [node_id for node_id, kind in nodes.items() if kind == "startEvent"]
    histogram = scenario["arrival_time_distribution"]["histogram_data"]
    return {"arrival_hours": week(scenario["arrival_time_calendar"]),
            "interval_cdf": histogram["cdf"], "interval_seconds": histogram["bin_midpoints"],
            "people": [{"name": name, "hours": people[name]} for name in names],
            "first": transitions(start), "steps": steps}


def run(bpmn, parameters, cases, seed, out):
    import random

    import numpy
    from prosimos.simulation_engine import run_simulation
    random.seed(seed)
    numpy.random.seed(seed)
    begun = time.process_time()
    run_simulation(bpmn, parameters, cases, log_out_path=out, starting_at=START)
    used = time.process_time() - begun
    with open(out, encoding="utf-8") as file:
        activities = sum(1 for _ in csv.reader(file)) - 1
    return {"cases": cases, "activities": activities, "seconds": used}


def main():
    bpmn, parameters = sys.argv[2:4]
    if sys.argv[1] == "describe":
        with open(sys.argv[4], "w", encoding="utf-8") as file:
            json.dump(describe(bpmn, parameters), file, indent=1)
    else:
        print(json.dumps(run(bpmn, parameters, int(sys.argv[4]), int(sys.argv[5]), sys.argv[6])))


if __name__ == "__main__":
    main()
