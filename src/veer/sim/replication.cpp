// SPDX-License-Identifier: EUPL-1.2
#include "veer/sim/replication.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "veer/sim/engine.hpp"
#include "veer/sim/teams.hpp"
#include "veer/work/expected.hpp"

namespace veer::sim {
namespace detail {
namespace {

Instant window_start(const Run& run) { return start_of(run.window.first_day); }

Day last_day(const Run& run) {
  const Window& window = run.window;
  return window.first_day + (window.warm_up + window.measured + window.follow_up - 1);
}

/// None where work::check() refuses the profile.
std::optional<work::YearlyProfile> profile_of(const work::Arrivals& arrivals) {
  if (arrivals.interval || !arrivals.yearly_profile) return std::nullopt;
  const auto& profile = *arrivals.yearly_profile;
  const double sum = std::accumulate(profile.begin(), profile.end(), 0.0);
  return sum > 0 && std::isfinite(sum) ? arrivals.yearly_profile : std::nullopt;
}

/// Cases of the type that a run is expected to meet.
double expected_cases(const work::Work& work, const org::Workforce& workforce,
                      const work::CaseType& type, const Run& run) {
  // Exact: days of a mean Gregorian year.
  constexpr double days_per_year = 365.25;
  const work::Arrivals& arrivals = type.arrivals;
  const double per_day =
      arrivals.interval && work.distributions.contains(*arrivals.interval)
          ? hours(workforce.office_hours.week()) / 7 /
                work.distributions[*arrivals.interval].mean()
          : arrivals.per_year / days_per_year;
  const Window& window = run.window;
  const Day end = window.first_day + (window.warm_up + window.measured + window.follow_up);
  const auto profile = profile_of(arrivals);
  double days = work::mean_days(profile, window.first_day, end);
  if (run.shock) {
    const Day measured = window.first_day + window.warm_up;
    const auto after = [&](double weeks) {
      return measured + static_cast<std::int32_t>(std::clamp<double>(weeks * 7, 0, end - measured));
    };
    const double starts = run.shock->starts_week;
    days += std::max(run.shock->demand - 1, 0.0) *
            work::mean_days(profile, after(starts), after(starts + run.shock->weeks));
  }
  const double cases = per_day * days;
  return arrivals.at_most ? std::min(cases, static_cast<double>(*arrivals.at_most)) : cases;
}

double expected_cases(const work::Work& work, const org::Workforce& workforce, const Run& run) {
  double cases = 0;
  for (const work::CaseType& type : work.case_types) {
    cases += expected_cases(work, workforce, type, run);
  }
  return cases;
}

}  // namespace

Engine::Engine(const work::Work& work, const org::Workforce& workforce,
               const org::Organisation& organisation, const org::Assumptions& assumptions,
               const Run& run, const std::vector<std::uint32_t>& person_of,
               const std::vector<TeamSeat>& team_seats)
    : work_(work),
      workforce_(workforce),
      organisation_(organisation),
      assumptions_(assumptions),
      run_(run),
      person_of_(person_of),
      team_seats_(team_seats),
      draws_(run.seed, run.replication),
      tables_(work, workforce, organisation),
      start_(window_start(run)),
      measured_from_(start_of(run.window.first_day + run.window.warm_up)),
      measured_to_(start_of(run.window.first_day + run.window.warm_up + run.window.measured)),
      end_(start_of(last_day(run) + 1)),
      presences_(workforce, organisation, assumptions, run, draws_, run.window.first_day,
                 last_day(run), person_of),
      boards_(work, workforce, run.window.first_day, last_day(run)),
      households_(work, workforce, organisation, presences_, draws_, assumptions.told_share),
      room_(static_cast<std::size_t>(std::max(1.0, std::floor(assumptions.tasks_at_once + 0.5)))),
      now_(start_),
      office_(presences_.office()),
      office_hours_(presences_.office_hours()),
      units_(organisation.units.size()),
      places_of_(2 * work.case_types.size()),
      arrived_(work.case_types.size()),
      extra_arrived_(work.case_types.size()) {
  const double share = assumptions.routine_share + assumptions.operational_share;
  std::array<bool, work::urgency_count> has_urgency{true};
  for (const work::CaseType& type : work.case_types) {
    has_urgency[static_cast<std::size_t>(type.urgency)] = true;
    exception_delay_.push_back(work::delay_exceeded_by(work, type.process, share));
  }
  for (std::size_t urgency = work::urgency_count; urgency > 0; --urgency) {
    if (has_urgency[urgency - 1]) urgencies_.push_back(urgency - 1);
  }
  // A row that grows copies all it holds; what is reserved and not used takes no memory. Hardly any
  // large run has a twentieth more cases than expected.
  outcome_.cases.reserve(static_cast<std::size_t>(1.05 * expected_cases(work, workforce, run)));
  members_.reserve(workforce.persons.size());
  std::vector<std::uint32_t> position(workforce.persons.size());
  for (std::size_t unit = 0; unit < units_.size(); ++unit) {
    const UnitTable& table = tables_.units[unit];
    UnitState& state = units_[unit];
    const std::size_t first = members_.size();
    for (const std::uint32_t member : table.members) {
      position[member] = static_cast<std::uint32_t>(members_.size() - first);
      members_.push_back(member);
    }
    state.members = {members_.data() + first, table.members.size()};
    state.full = BitSet(table.members.size());
    for (const QueueClass& one : table.classes) {
      state.classes.push_back({BitSet(table.members.size()), 0});
      for (const std::uint32_t member : one.members) {
        state.classes.back().able.insert(position[member]);
      }
    }
    for (const std::size_t urgency : urgencies_) {
      state.lines[urgency].queues.resize(table.classes.size());
      state.lines[urgency].waiting = BitSet(table.classes.size());
    }
  }
  persons_.reserve(workforce.persons.size());
  for (const org::PersonId person : ids(workforce.persons)) {
    PersonState& state =
        persons_.emplace_back(tables_.persons[person.index()].unit, position[person.index()],
                              presences_[person.value()],
                              first_continuing + work.continuing.size());
    state.updated = start_;
    find_window(person.value());
    const std::vector<double>& shares = tables_.persons[person.index()].duty_share;
    for (std::uint32_t kind = 0; kind < shares.size(); ++kind) {
      if (shares[kind] > 0) add_duty(person.value(), kind);
    }
    find_gaps(person.value(), 1);
  }
}

des::Ticket Engine::schedule(Instant time, EventKind kind, std::uint32_t index) {
  return events_.push(time, (static_cast<std::uint32_t>(kind) << 24U) | index);
}

double Engine::exponential(double mean, Purpose purpose, std::uint32_t subject, std::uint32_t step,
                           std::uint32_t index) const {
  return mean * draws_.exponential(purpose, subject, step, index);
}

Outcome Engine::run() {
  for (std::uint32_t type = 0; type < arrived_.size(); ++type) {
    schedule_arrival(type, start_);
    if (run_.shock && run_.shock->demand > 1) schedule_extra_arrival(type, start_);
  }
  for (std::uint32_t person = 0; person < persons_.size(); ++person) {
    schedule_absence(person);
    for (Duty& duty : persons_[person].duties) draw_duty(person, duty, start_);
    renew_next_own(person);
  }
  schedule_opgaven();
  while (!events_.empty()) {
    const des::EventQueue::Event event = events_.pop();
    if (is_large()) {
      look_ahead_at_people();
      look_ahead_at_delays();
    }
    if (event.time >= end_ || (event.time >= measured_to_ && open_measured_ == 0)) break;
    now_ = event.time;
    const std::uint32_t index = event.payload & 0xffffffU;
    switch (static_cast<EventKind>(event.payload >> 24U)) {
      case EventKind::arrival: arrive(index, false); break;
      case EventKind::extra_arrival: arrive(index, true); break;
      case EventKind::delay_over: {
        Token& token = tokens_[index];
        if (token.stage == Stage::withdrawn) {
          cases_.free(token.case_index);
          tokens_.free(index);
        } else if (token.stage == Stage::delayed) {
          charge(token, Row::unexplained, now_);
          offer(index, nobody);
        } else if (token.stage == Stage::on_agenda) {
          charge(token, Row::decision, now_);
          advance(index, nobody);
        } else {
          const bool partner = token.step->waits_for == work::WaitsFor::partner;
          charge(token, partner ? Row::partner : Row::applicant, now_);
          if (!partner) token.answered = true;
          advance(index, nobody);
        }
        break;
      }
      case EventKind::person_done: person_done(index, event.ticket); break;
      case EventKind::absence_starts: absence_starts(index); break;
      case EventKind::person_returns:
        catch_up(index);
        persons_[index].return_scheduled = false;
        fill(index);
        break;
      case EventKind::wait_limit: wait_limit(index, event.ticket); break;
      case EventKind::meeting_over: meeting_over(index, event.ticket); break;
      case EventKind::patience_ends: patience_ends(index, event.ticket); break;
      case EventKind::opgave_begins: opgave_begins(index); break;
      case EventKind::message_lapses: message_lapses(index, event.ticket); break;
    }
    reschedule_touched();
  }
  now_ = std::max(now_, measured_to_);
  close_opgaven();
  for (std::uint32_t person = 0; person < persons_.size(); ++person) {
    catch_up(person);
    update(person);
    const std::size_t whose = person_of_.empty() ? person : person_of_[person];
    if (whose >= outcome_.by_person.size()) outcome_.by_person.resize(whose + 1);
    outcome_.by_person[whose] += hours_of(person);
  }
  close_open_cases(end_);
  for (const HoursByKind& hours : outcome_.by_person) outcome_.hours += hours;
  outcome_.households = households_.outcome();
  order_cases();
  return std::move(outcome_);
}

/// From the order in which the cases ended to that of their kinds and numbers. In place, cycle by
/// cycle, each case being copied once: copies of all would take as much memory again.
void Engine::order_cases() {
  std::vector<CaseOutcome>& cases = outcome_.cases;
  std::vector<std::uint32_t> from;
  from.reserve(cases.size());
  for (const std::vector<std::uint32_t>& of_kind : places_of_) {
    for (const std::uint32_t place : of_kind) {
      VEER_EXPECT(place != nothing);
      from.push_back(place);
    }
  }
  VEER_EXPECT(from.size() == cases.size());
  for (std::uint32_t i = 0; i < from.size(); ++i) {
    if (from[i] == i) continue;
    const CaseOutcome first = cases[i];
    std::uint32_t to = i;
    while (from[to] != i) {
      const std::uint32_t next = std::exchange(from[to], to);
      cases[to] = cases[next];
      to = next;
    }
    cases[to] = first;
    from[to] = to;
  }
}

}  // namespace detail

namespace {

/// Case numbers and places in the engine's tables have 23 and 24 bits; what a run keeps of each
/// measured case is in memory until it ends.
void check_cases(const work::Work& work, const org::Workforce& workforce, const Run& run,
                 Problems& problems) {
  // Judgement: half of the numbers there are, so that a run above its expectation still fits.
  constexpr double most_cases = 1U << 22U;
  const double cases = detail::expected_cases(work, workforce, run);
  if (cases <= most_cases) return;
  const double gigabytes = cases * sizeof(CaseOutcome) / 1e9;
  problems.push_back(
      {ErrorCode::unsupported, "work: arrivals",
       fmt::format("{:.3g} cases in one run, which would take {:.2g} GB", cases, gigabytes),
       fmt::format("at most {:.0f} cases in one run", most_cases),
       "Give a shorter --horizon, or fewer cases."});
}

/// What the addresses of draws and events can hold.
Problems check_size(const work::Work& work, const org::Workforce& workforce,
                    const org::Organisation& organisation, const Run& run) {
  Problems problems;
  // Exact: 8 bits of a case's draw address name its type, or that it is an opgave, which 12 bits
  // name; 24 bits of an event name a person; 8 bits of a piece its kind of hours.
  constexpr std::size_t max_case_types = 255;
  constexpr std::size_t max_opgaven = 1U << 12U;
  constexpr std::size_t max_continuing = 255 - detail::first_continuing;
  constexpr std::size_t max_persons = (1U << 24U) - 1;
  if (work.case_types.size() > max_case_types) {
    problems.push_back({ErrorCode::unsupported, "work: case_types",
                        std::to_string(work.case_types.size()), "at most 255 case types",
                        "Take case types together that flow alike."});
  }
  if (work.opgaven.size() > max_opgaven || work.continuing.size() > max_continuing) {
    problems.push_back({ErrorCode::unsupported, "work: opgaven and continuing work",
                        fmt::format("{} and {}", work.opgaven.size(), work.continuing.size()),
                        fmt::format("at most {} and {}", max_opgaven, max_continuing), ""});
  }
  if (workforce.persons.size() + organisation.claims.size() > max_persons) {
    problems.push_back({ErrorCode::unsupported, "workforce: persons",
                        std::to_string(workforce.persons.size()),
                        "at most 16 million people and claims", ""});
  }
  if (run.window.warm_up < 0 || run.window.measured <= 0 || run.window.follow_up < 0) {
    problems.push_back({ErrorCode::usage, "window", "a negative or empty period",
                        "a measured period of at least a day", "Give --horizon in weeks or days."});
  }
  check_cases(work, workforce, run, problems);
  return problems;
}

}  // namespace

Result<Outcome> simulate(const work::Work& work, const org::Workforce& workforce,
                         const org::Organisation& organisation,
                         const org::Assumptions& assumptions, const Run& run) {
  Problems problems = work::check(work);
  for (Problems more : {org::check(organisation, workforce, work),
                        check_size(work, workforce, organisation, run)}) {
    problems.insert(problems.end(), more.begin(), more.end());
  }
  if (problems.empty()) problems = check_boards(work, workforce, run);
  if (!problems.empty()) return fail(std::move(problems));
  if (work.opgaven.empty()) {
    return detail::Engine(work, workforce, organisation, assumptions, run, {}, {}).run();
  }
  const work::Work whole = with_tasks(work);
  const Seats seats = with_teams(work, workforce, organisation);
  problems = org::check(seats.organisation, seats.workforce, work);
  if (!problems.empty()) return fail(std::move(problems));
  return detail::Engine(whole, seats.workforce, seats.organisation, assumptions, run,
                        seats.person_of, seats.teams)
      .run();
}

}  // namespace veer::sim
