// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/law.hpp"

#include <gtest/gtest.h>

namespace veer::org {
namespace {

Day day(std::string_view iso) { return day_of(*parse_iso_instant(iso, TimeZone::as_written)); }

LawPeriod weeks(std::string_view from, std::int32_t count) {
  LawPeriod period;
  period.from = day(from);
  period.term.parts = {{{count, calendar::TermUnit::weeks}, true, false}};
  return period;
}

Law two_versions() {
  Law law;
  law.id = "wet";
  law.periods = {weeks("2010-01-01", 8), weeks("2020-01-01", 6)};
  law.periods[0].to = day("2019-12-31");
  return law;
}

LawExample example(std::string_view event, std::string_view due) {
  LawExample made;
  made.name = "voorbeeld";
  made.course.received = day(event);
  made.due = day(due);
  return made;
}

TEST(Law, the_version_of_the_day_on_which_a_case_began_holds) {
  Law law = two_versions();
  law.examples = {example("2019-12-31", "2020-02-25"), example("2020-01-01", "2020-02-12")};
  EXPECT_TRUE(check_examples(law, {}).empty());
  const work::LegalTerm term = legal_term(law, {});
  EXPECT_EQ(term.in_force(day("2019-12-31"))->parts[0].length.count, 8);
  EXPECT_EQ(term.in_force(day("2020-01-01"))->parts[0].length.count, 6);
  EXPECT_EQ(term.in_force(day("2009-12-31")), nullptr);
}

TEST(Law, an_example_that_does_not_hold_is_named_with_both_answers) {
  Law law = two_versions();
  law.examples = {example("2020-01-01", "2020-02-12"), example("2020-01-01", "2020-02-13"),
                  example("2000-01-01", "2000-02-12")};
  law.file = "wet.yaml";
  law.examples[1].line = 12;
  const Problems problems = check_examples(law, {});
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(to_string(problems[0]),
            "wet.yaml:12: examples[1] (voorbeeld): found 2020-02-13, expected 2020-02-12. The "
            "example and the rule disagree: one of them is wrong.");
  EXPECT_NE(problems[1].where.find("examples[2]"), std::string::npos);
}

TEST(Law, days_put_on_a_par_by_decree_count_unless_an_example_leaves_them_out) {
  Law law = two_versions();
  law.examples = {example("2024-11-15", "2024-12-30"), example("2024-11-15", "2024-12-27")};
  law.examples[1].with_decrees = false;
  EXPECT_TRUE(check_examples(law, {day("2024-12-27")}).empty());
}

}  // namespace
}  // namespace veer::org
