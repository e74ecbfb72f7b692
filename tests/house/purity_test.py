#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The pure folders (base to place) touch no file, clock, thread, screen, locale or global state.

The check reads words, not meaning: it sees every standard header and function that could do one of
these, and variables that outlive a call. Third-party headers are limited to libraries that keep
the same promise. Tests beside the sources may do what they like.
"""
import re
import sys

import tree

HEADERS = ("fstream iostream cstdio stdio.h filesystem thread mutex shared_mutex condition_variable "
           "future atomic semaphore latch barrier random ctime time.h locale clocale csignal "
           "syncstream sstream").split()
THIRD_PARTY = ("boost/math/", "boost/container/", "fmt/", "Random123/", "igraph/", "igraph.h",
               "utf8proc.h")
# Names that are taken by these when written with std::; without it they may be words of our own.
STANDARD = (
    # files, screen
    "fopen freopen fread fwrite fclose ofstream ifstream fstream tmpfile "
    "printf fprintf puts fputs cout cerr clog FILE "
    # clocks, threads
    "time clock localtime gmtime strftime thread jthread async mutex scoped_lock lock_guard "
    "unique_lock atomic future promise condition_variable "
    # environment, locale and what depends on it
    "getenv system signal setlocale locale stod stof strtod atof ostringstream stringstream "
    # randomness that has no address, or differs between standard libraries
    r"rand srand random_device mt19937 mt19937_64 default_random_engine \w+_distribution").split()
# Names that nobody uses for anything else.
ANYWHERE = (r"fopen fprintf printf getenv setenv setlocale thread_local random_device pthread_\w+ "
            "system_clock steady_clock high_resolution_clock clock_gettime gettimeofday "
            "sleep_for sleep_until this_thread").split()
WORD = re.compile(r"std::(?:this_thread::|chrono::)?(" + "|".join(STANDARD) + r")\b|"
                  r"\b(" + "|".join(ANYWHERE) + r")\b")
INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', re.M)
FMT_PRINT = re.compile(r"\bfmt::print\b")
STATIC = re.compile(r"\b(?:static|inline)\s+(?!const\b|constexpr\b|constinit\b|inline\b|static\b|"
                    r"namespace\b)[^;(){}=]*[;={]")
EXTERN = re.compile(r"\bextern\b(?!\s*\"C\")")


def breaches_in(text):
    """(detail, sentence) for each thing a pure file may not have."""
    code = tree.without_comments(text)
    for name in INCLUDE.findall(tree.without_comments(text, keep_strings=True)):
        if name in HEADERS:
            yield f"<{name}>", f"a pure folder may not include <{name}>"
        elif "/" in name or name.endswith(".h"):
            if not name.startswith(("veer/",) + THIRD_PARTY):
                yield f"<{name}>", f"a pure folder may not use {name}"
    body = re.sub(r"^\s*#\s*include[^\n]*", "", code, flags=re.M)
    for word in sorted({match.group(1) or match.group(2) for match in WORD.finditer(body)}):
        yield word, f"a pure folder may not use {word}"
    if FMT_PRINT.search(body):
        yield "fmt::print", "a pure folder prints nothing"
    for match in STATIC.finditer(body):
        yield "static", f"a variable that outlives the call: {' '.join(match.group(0).split())}"
    if EXTERN.search(body):
        yield "extern", "a pure folder holds no global state"


def breaches():
    for layer in tree.pure_layers():
        for path in tree.files(".hpp", ".cpp", under=f"src/veer/{layer}"):
            if not path.endswith("_test.cpp"):
                for detail, sentence in breaches_in(tree.read(path)):
                    yield path, detail, sentence


if __name__ == "__main__":
    sys.exit(tree.check({"purity": breaches}))
