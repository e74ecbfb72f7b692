// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/law.hpp"

#include <fmt/format.h>

#include <utility>

#include "veer/calendar/holidays.hpp"

namespace veer::org {
namespace {

// Judgement: years of records and studies; outside them only weekends move a term.
constexpr int first_year = 2000;
constexpr int last_year = 2060;

std::string shown(const calendar::Penalty& penalty) {
  return fmt::format("{} days, {:.2f} euros", penalty.days, penalty.owed.euros());
}

}  // namespace

const LawPeriod* Law::in_force(Day day) const {
  for (const LawPeriod& period : periods) {
    if (day >= period.from && (!period.to || day <= *period.to)) return &period;
  }
  return nullptr;
}

calendar::LegalDays legal_days(const std::vector<Day>& decreed_days) {
  std::vector<Day> closed = calendar::legal_holidays(first_year, last_year);
  closed.insert(closed.end(), decreed_days.begin(), decreed_days.end());
  return calendar::LegalDays(std::move(closed));
}

Result<LawAnswer> work_out(const Law& law, const LawExample& example,
                           const std::vector<Day>& decreed_days) {
  const calendar::LegalDays days =
      legal_days(example.with_decrees ? decreed_days : std::vector<Day>());
  const Day began = law.kind == LawKind::penalty ? example.notice : example.course.received;
  const LawPeriod* period = law.in_force(began);
  if (period == nullptr) {
    return fail(Error{ErrorCode::invalid, law.id, to_iso(began), "a day on which the law holds",
                      "Give the example a date within one of the periods."});
  }
  LawAnswer answer;
  if (law.kind == LawKind::penalty) {
    answer.penalty = calendar::penalty(period->penalty, example.due, example.notice,
                                       example.decided, days);
    return answer;
  }
  calendar::DecisionTerm term = period->term;
  if (example.length) term = {{{*example.length, true, true}}, std::nullopt, true};
  VEER_TRY(answer.due, calendar::due_day(term, example.course, days));
  return answer;
}

Problems check_examples(const Law& law, const std::vector<Day>& decreed_days) {
  Problems problems;
  for (std::size_t i = 0; i < law.examples.size(); ++i) {
    const LawExample& example = law.examples[i];
    const std::string where =
        fmt::format("{}:{}: examples[{}] ({})", law.file, example.line, i, example.name.nl);
    const auto answer = work_out(law, example, decreed_days);
    if (!answer) {
      for (Error error : answer.error()) {
        error.where = fmt::format("{}: {}", where, error.where);
        problems.push_back(std::move(error));
      }
      continue;
    }
    const bool is_penalty = law.kind == LawKind::penalty;
    if (is_penalty ? answer->penalty == example.penalty : answer->due == example.due) continue;
    problems.push_back({ErrorCode::invalid, where,
                        is_penalty ? shown(example.penalty) : to_iso(example.due),
                        is_penalty ? shown(answer->penalty) : to_iso(answer->due),
                        "The example and the rule disagree: one of them is wrong."});
  }
  return problems;
}

work::LegalTerm legal_term(const Law& law, const std::vector<Day>& decreed_days) {
  VEER_EXPECT(law.kind == LawKind::term);
  work::LegalTerm term;
  term.days = legal_days(decreed_days);
  for (const LawPeriod& period : law.periods) {
    term.versions.push_back(
        {period.from, period.to, period.term, period.lapse == Lapse::penalty});
  }
  return term;
}

}  // namespace veer::org
