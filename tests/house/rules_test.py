#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The house rules can fail: each is fed text that breaks it, and text that looks like it does."""
import unittest

import coverage_test
import layers_test
import purity_test
import style_test
import tree


def impure(text):
    return [detail for detail, _ in purity_test.breaches_in(text)]


class Purity(unittest.TestCase):
    def test_sees_files_clocks_threads_screen_chance_and_locale(self):
        for line, detail in (("std::ifstream in(path);", "ifstream"),
                             ("auto t = std::chrono::steady_clock::now();", "steady_clock"),
                             ("std::thread worker(run);", "thread"),
                             ("std::cout << 1;", "cout"),
                             ("std::mt19937 random;", "mt19937"),
                             ("std::normal_distribution<double> d;", "normal_distribution"),
                             ("std::setlocale(LC_ALL, \"\");", "setlocale"),
                             ("double x = std::stod(text);", "stod"),
                             ("thread_local int n = 0;", "thread_local"),
                             ("fmt::print(\"x\");", "fmt::print"),
                             ("#include <fstream>", "<fstream>"),
                             ("#include <sqlite3.h>", "<sqlite3.h>")):
            self.assertEqual(impure(line + "\n"), [detail], line)

    def test_sees_variables_that_outlive_a_call(self):
        self.assertEqual(impure("static int calls = 0;\n"), ["static"])
        self.assertEqual(impure("inline std::vector<int> seen;\n"), ["static"])
        self.assertEqual(impure("extern int calls;\n"), ["extern"])

    def test_leaves_words_of_our_own_alone(self):
        for line in ("static constexpr int most = 3;", "static const int most = 3;",
                     "static Duration zero();", "inline constexpr double share = 0.5;",
                     "Signal signal;", "double time = 0;", "std::remove(a, b, c);",
                     "// std::cout is banned here", 'text = "std::thread";',
                     "auto d = empirical_distribution(x);", "long n = 1'000; int m = 2'000;"):
            self.assertEqual(impure(line + "\n"), [], line)


class Origins(unittest.TestCase):
    def test_asks_where_a_number_is_from(self):
        self.assertEqual(list(style_test.origin_missing("constexpr double x = 0.3;")), [1])
        self.assertEqual(list(style_test.origin_missing("\n// why\ninline constexpr double x{2};")), [3])

    def test_takes_the_comment_of_the_line_or_of_the_block(self):
        for text in ("constexpr double x = 0.3;  // Judgement: a third",
                     "// Source: Little 1961.\nconstexpr double x = 1;\nconstexpr double y = 2;",
                     "constexpr double half(double x) { return x / 2; }"):
            self.assertEqual(list(style_test.origin_missing(text)), [], text)

    def test_does_not_look_across_an_empty_line(self):
        text = "// Exact: a\nconstexpr double a = 1;\n\nconstexpr double b = 1;"
        self.assertEqual(list(style_test.origin_missing(text)), [4])


class Names(unittest.TestCase):
    def test_sees_names_that_say_nothing(self):
        for name in ("utils", "string_util", "helper", "misc", "case_manager"):
            self.assertTrue(style_test.BANNED_NAMES.search(name), name)
        for name in ("management", "utility_bill", "miscount"):
            self.assertFalse(style_test.BANNED_NAMES.search(name), name)


class Layers(unittest.TestCase):
    def test_reads_a_declaration(self):
        layer, values = layers_test.declarations(
            "# veer_library(no)\nveer_library(\n  sim\n  SOURCES a.cpp\n  DEPENDS base work)\n")
        self.assertEqual((layer, values["DEPENDS"][1:]), ("sim", ["base", "work"]))

    def test_follows_what_the_declared_layers_declare(self):
        declared = {"sim": {"DEPENDS": ["DEPENDS", "org"]}, "org": {"DEPENDS": ["DEPENDS", "base"]}}
        self.assertEqual(layers_test.reachable("sim", declared), {"sim", "org", "base"})


class Coverage(unittest.TestCase):
    HEAD = "| term | shown by | proved by |\n|---|---|---|\n"

    def wrong(self, row):
        return len(list(coverage_test.problems(self.HEAD + row + "\n", "/bin/false", {"A.b"})))

    def test_takes_what_is_not_built_as_it_is(self):
        self.assertEqual(self.wrong("| a term | not built | not built |"), 0)

    def test_sees_half_rows_and_names_that_lead_nowhere(self):
        self.assertEqual(self.wrong("| a term | not built | `A.b` |"), 1)
        self.assertEqual(self.wrong("| a term | `veer no-such` | `A.b` |"), 1)
        self.assertEqual(self.wrong("| a term | `veer no-such` | `A.c` |"), 2)


class Comments(unittest.TestCase):
    def test_blanks_comments_and_strings_and_keeps_lines(self):
        text = 'a; // b\n/* c\n d */ "e//f" g'
        self.assertEqual(tree.without_comments(text).split(), ["a;", "g"])
        self.assertEqual(tree.without_comments(text).count("\n"), 2)
        self.assertIn('"e//f"', tree.without_comments(text, keep_strings=True))


if __name__ == "__main__":
    unittest.main()
