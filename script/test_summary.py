#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Counts the tests in the JUnit file that ctest wrote and prints one closing line.

Usage: test_summary.py RESULTS.xml
A test counts as skipped when ctest says it was not run or was disabled. Exits with 1 when a test
failed, or when none ran at all: an empty run proves nothing.
"""
import sys
import xml.etree.ElementTree as ElementTree


def count(path):
    """(passed, failed, skipped) of the test cases in the file."""
    passed = failed = skipped = 0
    for case in ElementTree.parse(path).getroot().iter("testcase"):
        if case.find("failure") is not None or case.get("status") == "fail":
            failed += 1
        elif case.find("skipped") is not None or case.get("status") in ("notrun", "disabled"):
            skipped += 1
        else:
            passed += 1
    return passed, failed, skipped


def main():
    try:
        passed, failed, skipped = count(sys.argv[1])
    except (OSError, ElementTree.ParseError) as error:
        print(f"test_summary: no results to count: {error}", file=sys.stderr)
        return 1
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 0 if failed == 0 and passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
