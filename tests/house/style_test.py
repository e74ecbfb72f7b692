#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""What can be checked by reading a file: licence line, names, sizes, comments, sources of numbers."""
import os
import re
import sys

import tree

COLUMNS = 100
LINES = {".hpp": 300, ".cpp": 800}
BANNED_NAMES = re.compile(r"(^|_)(utils?|utilities|helpers?|misc|managers?|stuff)(_|$)")
SPDX = "SPDX-License-Identifier: EUPL-1.2"
COMMENTED = (".cpp", ".hpp", ".def", ".cmake", "CMakeLists.txt", ".py", ".yaml", ".yml", ".sh",
             ".clang-tidy", ".clang-format")
# Headers that g++ 12 or clang 14 lack, or where the two differ.
NOT_IN_BOTH = ("format", "expected", "source_location", "ranges", "print", "generator")
NUMBER = re.compile(r"^\s*(?:inline\s+|static\s+)*constexpr\s+(?:inline\s+|static\s+)*double\s+\w+"
                    r"(?:\[\w*\])?\s*[={]")
ORIGIN = re.compile(r"\b(Source|Judgement|Exact):")
UNIT = re.compile(r"\b(hours?|days?|weeks?|months?|years?|minutes?|seconds?|microseconds?|euros?|"
                  r"cents|fte|share|shares|fraction|probability|probabilities|rate|ratio|unit|units|"
                  r"dimensionless|persons?|people|count|counts|bins?|number of|thousandths|percent|quantile|"
                  r"uniform|weight|weights|MB)\b|%", re.I)
FAILURE = re.compile(r"\b(errors?|problems?|fails?|failed|refused?|unsupported|unreadable|invalid|"
                     r"wrong|missing|cannot)\b", re.I)


def source_files():
    """C++ files of the program, tests and benchmarks included."""
    return tree.files(".cpp", ".hpp")


def licence():
    for path in tree.files():
        name = os.path.basename(path)
        script = path.startswith(("script/", ".ci/")) and "." not in name
        if name.endswith(COMMENTED) or script:
            if SPDX not in "\n".join(tree.read(path).splitlines()[:2]):
                yield path, "SPDX", f"the first line is no '{SPDX}' comment"


def names():
    for path in tree.files():
        for part in path.split("/"):
            if BANNED_NAMES.search(part.split(".")[0]):
                yield path, part, "the name says nothing about what is in it"
    for path in source_files():
        if not re.fullmatch(r"[a-z0-9_]+\.[ch]pp", os.path.basename(path)):
            yield path, "case", "C++ files are named in snake_case"


def columns():
    for path in source_files():
        for number, line in enumerate(tree.read(path).splitlines(), 1):
            if len(line) > COLUMNS:
                yield path, str(number), f"line {number} has {len(line)} columns, at most {COLUMNS}"


def size():
    for path in source_files():
        most = LINES[os.path.splitext(path)[1]]
        lines = tree.read(path).count("\n")
        if lines > most:
            yield path, "lines", f"has {lines} lines, at most {most}"


def tested():
    """A source has its own _test.cpp beside it, or another test includes its header."""
    included = set()
    for path in tree.files("_test.cpp"):
        included |= set(re.findall(r'#include "(veer/[^"]+)\.hpp"', tree.read(path)))
    for path in tree.files(".cpp", under="src/veer"):
        stem = path[:-len(".cpp")]
        beside = os.path.exists(os.path.join(tree.ROOT, stem + "_test.cpp"))
        if not beside and not stem.endswith("_test") and stem[len("src/"):] not in included:
            yield path, "test", "has no _test.cpp beside it, and no other test includes its header"


def comments():
    for path in tree.files(".hpp", under="src/veer") + tree.files(".hpp", under="apps"):
        lines = tree.read(path).splitlines()
        if len(lines) < 2 or not re.match(r"//\s*\w", lines[1]):
            yield path, "header", "does not open with a comment that says what it is for"
        text = "\n".join(lines)
        said = " ".join(re.findall(r"//[^\n]*", text)[1:])
        code = tree.without_comments(text)
        if re.search(r"\bdouble\b", code) and not UNIT.search(said):
            yield path, "units", "has numbers and no comment that names a unit"
        if re.search(r"\b(Result<|Problems\b)", code) and not FAILURE.search(said):
            yield path, "errors", "can fail and no comment says how"
    for path in source_files():
        for number, line in enumerate(tree.read(path).splitlines(), 1):
            if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", line):
                yield path, str(number), f"line {number}: an issue, not a comment, holds what is to do"


def origin_missing(text):
    """Line numbers of double constants without Source:, Judgement: or Exact: on the line itself or
    in the comment of the block of constants it stands in (a block ends at an empty line)."""
    lines = text.splitlines()
    for index, line in enumerate(lines):
        if not NUMBER.match(line):
            continue
        block = line
        above = index
        while above > 0 and (NUMBER.match(lines[above - 1]) or
                             lines[above - 1].lstrip().startswith("//")):
            above -= 1
            block += lines[above]
        below = index
        while not lines[below].rstrip().endswith(";") and "//" not in lines[below]:
            below += 1
            if below == len(lines):
                break
            block += lines[below]
        if not ORIGIN.search(block):
            yield index + 1


def origins():
    for path in source_files():
        if path.startswith("src/veer/") and not path.endswith("_test.cpp"):
            for number in origin_missing(tree.read(path)):
                yield path, str(number), (f"line {number}: a number without '// Source:', "
                                          "'// Judgement:' or '// Exact:'")


def dialect():
    for path in source_files():
        code = tree.without_comments(tree.read(path), keep_strings=True)
        for name in re.findall(r"^\s*#\s*include\s+<([^>]+)>", code, re.M):
            if name in NOT_IN_BOTH:
                yield path, f"<{name}>", f"<{name}> is not in both g++ 12 and clang 14"
    for path in tree.files(".hpp"):
        if "#pragma once" not in tree.read(path):
            yield path, "once", "has no #pragma once"


def places():
    # Built from parts so that this file does not find itself.
    machine = re.compile("/" + r"(work/(main|wt|shared|BRIEF)|root/|home/\w)")
    for path in tree.files():
        try:
            text = tree.read(path)
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if machine.search(line):
                yield path, str(number), f"line {number} names a path of one machine"


RULES = {"licence": licence, "names": names, "columns": columns, "size": size, "tested": tested,
         "comments": comments, "origins": origins, "dialect": dialect, "places": places}

if __name__ == "__main__":
    sys.exit(tree.check(RULES))
