// SPDX-License-Identifier: EUPL-1.2
#include "veer/calendar/legal_clock.hpp"

#include <algorithm>

namespace veer::calendar {

std::int32_t plain_days(const DecisionTerm& term, Day event) {
  Day end = event;
  for (const TermPart& part : term.parts) end = counted_end(end, part.length, LegalDays());
  return end - event;
}

LegalClock::LegalClock(const DecisionTerm& term, Day event, bool extended, const LegalDays& days)
    : running_from_(event + 1), extended_(extended) {
  VEER_EXPECT(!term.parts.empty());
  VEER_EXPECT(!extended || term.extension.has_value());
  begin_part(term, event, days);
}

void LegalClock::begin_part(const DecisionTerm& term, Day event, const LegalDays& days) {
  event_ = event;
  end_ = counted_end(event, term.parts[part_].length, days);
  const bool last = part_ + 1U == term.parts.size();
  if (last && extended_) end_ = counted_end(end_, *term.extension, days);
}

/// The length that decides whether the end moves: of the extension where there is one.
TermLength LegalClock::last_length(const DecisionTerm& term) const {
  const bool last = part_ + 1U == term.parts.size();
  return last && extended_ ? *term.extension : term.parts[part_].length;
}

Day LegalClock::end_of_part(const DecisionTerm& term, const LegalDays& days) const {
  // A term does not end on a day on which it stands still.
  const Day end = std::max(end_, running_from_);
  return term.end_moves ? moved_end(event_, end, last_length(term), days) : end;
}

void LegalClock::suspend(Day asked, Day answered, SuspendedBy by, const DecisionTerm& term,
                         const LegalDays& days) {
  const Day first = std::max(asked + 1, running_from_);
  while (part_ + 1U < term.parts.size() && first > end_of_part(term, days)) {
    const Day ended = end_of_part(term, days);
    ++part_;
    begin_part(term, ended, days);
  }
  const TermPart& part = term.parts[part_];
  const bool for_others = by == SuspendedBy::others;
  const bool stops = for_others ? part.stops_for_others : part.stops_for_applicant;
  const Day resumes = answered + (for_others && part.others_through_answer ? 1 : 0);
  if (!stops || resumes <= first || first > end_of_part(term, days)) return;
  if (first <= end_) {
    const bool in_working_days = last_length(term).unit == TermUnit::working_days;
    end_ = in_working_days ? days.add_open(end_, days.open_between(first, resumes))
                           : end_ + (resumes - first);
  }
  running_from_ = resumes;
}

Day LegalClock::due(const DecisionTerm& term, const LegalDays& days) const {
  LegalClock clock = *this;
  while (clock.part_ + 1U < term.parts.size()) {
    const Day ended = clock.end_of_part(term, days);
    ++clock.part_;
    clock.begin_part(term, ended, days);
  }
  return clock.end_of_part(term, days);
}

Result<Day> due_day(const DecisionTerm& term, const Course& course, const LegalDays& days) {
  Problems problems;
  const auto report = [&problems](std::string where, std::string found, std::string expected,
                                  std::string hint) {
    problems.push_back({ErrorCode::invalid, std::move(where), std::move(found),
                        std::move(expected), std::move(hint)});
  };
  for (std::size_t i = 0; i < course.waits.size(); ++i) {
    const Course::Wait& wait = course.waits[i];
    const std::string where = "suspensions[" + std::to_string(i) + "]";
    if (wait.answered < wait.asked) {
      report(where, "resumed on " + to_iso(wait.answered) + ", suspended on " + to_iso(wait.asked),
             "a clock that is resumed after it was suspended",
             "Check which of the two dates is wrong.");
    }
    if (wait.asked < course.received) {
      report(where, "suspended on " + to_iso(wait.asked), "from " + to_iso(course.received),
             "A clock starts on the day after the case began, and cannot stop before.");
    }
  }
  if (course.extended && !term.extension) {
    report("extended", "an extension", "none", "This term knows no extension.");
  }
  if (!problems.empty()) return fail(std::move(problems));

  std::vector<Course::Wait> waits = course.waits;
  std::stable_sort(waits.begin(), waits.end(), [](const Course::Wait& a, const Course::Wait& b) {
    return a.asked < b.asked;
  });
  LegalClock clock(term, course.received, course.extended, days);
  for (const Course::Wait& wait : waits) {
    clock.suspend(wait.asked, wait.answered, wait.by, term, days);
  }
  return clock.due(term, days);
}

}  // namespace veer::calendar
