#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Every command and every test that docs/coverage.md names exists; no row is half empty.

Usage: coverage_test.py VEER BUILD_FOLDER
That the named tests pass is seen by the run this test is part of.
"""
import json
import os
import re
import subprocess
import sys

import tree

PAGE = "docs/coverage.md"


def rows(text):
    """[(term, shown by, proved by)] of every table row of the page."""
    found = re.findall(r"^\| *([^|]+?) *\| *([^|]+?) *\| *([^|]+?) *\|$", text, re.M)
    return [row for row in found if row[0] != "term" and not set(row[0]) <= {"-"}]


def help_of(veer, words):
    """The help of a sub-command, or None when there is no such sub-command."""
    answer = subprocess.run([veer, *words, "--help"], text=True, capture_output=True, check=False)
    return answer.stdout if answer.returncode == 0 else None


def command_problem(veer, command):
    """What is wrong with `veer ...` as a command to type, or None."""
    words = command.split()
    if words[0] != "veer":
        return "is no veer command"
    known = help_of(veer, words[1:2])
    if known is None:
        return "is no sub-command"
    if len(words) > 2 and re.search(rf"^  {re.escape(words[2])}\b", known, re.M):
        known += help_of(veer, words[1:3]) or ""
    for word in words[2:]:
        if word.startswith("--") and not re.search(rf"{re.escape(word)}\b", known):
            return f"has no flag {word}"
    for flag, value in zip(words, words[1:]):
        kind = {"--model": "models", "--shock": "shocks", "show": "models"}.get(flag)
        if kind and not os.path.exists(os.path.join(tree.ROOT, kind, value + ".yaml")):
            return f"names {value}, which is not in {kind}/"
    return None


def test_names(build):
    answer = subprocess.run(["ctest", "--show-only=json-v1"], cwd=build, text=True,
                            capture_output=True, check=True)
    return {test["name"] for test in json.loads(answer.stdout)["tests"]}


def problems(text, veer, tests):
    """(detail, sentence) for each thing on the page that does not hold."""
    for term, shown, proved in rows(text):
        if (shown == "not built") != (proved == "not built"):
            yield term, f"'{term}' is shown without proof, or proved without being shown"
        if shown == "not built":
            continue
        commands = re.findall(r"`([^`]+)`", shown)
        named = re.findall(r"`([^`]+)`", proved)
        if not commands or not named:
            yield term, f"'{term}' names no command or no test"
        for command in commands:
            if wrong := command_problem(veer, command):
                yield term, f"'{term}': `{command}` {wrong}"
        for name in named:
            if name not in tests:
                yield term, f"'{term}': there is no test {name}"


def main():
    veer, build = sys.argv[1:]
    text = tree.read(PAGE)
    if len(rows(text)) < 80:
        sys.exit(f"{PAGE} has only {len(rows(text))} rows")
    found = [(PAGE, *problem) for problem in problems(text, veer, test_names(build))]
    return tree.check({"coverage": lambda: found})


if __name__ == "__main__":
    sys.exit(main())
