// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>

#include "veer/codec/input_reader.hpp"
#include "veer/codec/scenario_parts.hpp"

namespace veer::codec {
namespace {

constexpr std::string_view weekday_words[] = {"monday", "tuesday",  "wednesday", "thursday",
                                              "friday", "saturday", "sunday"};
constexpr YamlUnit closing_units[] = {{"day", 1}, {"days", 1}, {"week", 7}, {"weeks", 7}};

/// "07-15", a day that some year has.
std::optional<work::DayOfYear> day_of_year(std::string_view text) {
  constexpr int leap_year = 2024;
  if (text.size() != 5 || text[2] != '-') return std::nullopt;
  const auto month = read_number(text.substr(0, 2));
  const auto day = read_number(text.substr(3, 2));
  if (!month || !day || *month < 1 || *day < 1) return std::nullopt;
  const work::DayOfYear result{static_cast<unsigned>(*month), static_cast<unsigned>(*day)};
  if (!day_from_date(leap_year, result.month, result.day)) return std::nullopt;
  return result;
}

work::DayOfYear read_day_of_year(const YamlNode& node) {
  const auto day = day_of_year(node.text());
  if (node.is_text() && !day) node.report(node.shown(), "a month and a day, as 07-15");
  return day.value_or(work::DayOfYear{});
}

void read_rhythm(const YamlNode& node, work::Board& board) {
  node.only({"weekday", "weeks", "dates"});
  const YamlNode dates = node.find("dates");
  if (dates.is_present()) {
    for (const std::string_view key : {"weekday", "weeks"}) {
      if (!node.find(key).is_present()) continue;
      node.find(key).report(fmt::format("`{}` beside `dates`", key), "one of the two");
    }
    for (const YamlNode& item : dates.items()) board.dates.push_back(read_date(item));
    if (dates.is_list() && board.dates.empty()) {
      dates.report("a board that never meets", "at least one date");
    }
    if (!std::is_sorted(board.dates.begin(), board.dates.end())) {
      dates.report("dates that go back", "dates in order of time");
    }
    return;
  }
  board.weekday = static_cast<Weekday>(node.at("weekday").choice(weekday_words));
  const YamlNode weeks = node.find("weeks");
  for (const YamlNode& item : weeks.items()) {
    board.weeks_of_month.push_back(static_cast<int>(item.whole(1, 5)));
  }
  if (weeks.is_list() && board.weeks_of_month.empty()) {
    weeks.report("a board that never meets", "at least one week of the month, 1 to 5",
                 "Leave `weeks` out where it meets every week.");
  }
}

}  // namespace

std::vector<org::ScenarioBoard> read_boards(const YamlNode& node) {
  std::vector<org::ScenarioBoard> boards;
  for (const YamlNode& item : node.items()) {
    item.only({"id", "name", "meets", "time", "agenda_closes", "recess"});
    org::ScenarioBoard board;
    board.id = read_id(item.at("id"));
    board.name = read_text(item.at("name"));
    board.calendar.name = board.name.nl;
    for (const org::ScenarioBoard& other : boards) {
      if (other.id == board.id) item.report(board.id, "an id of its own for each board");
    }
    read_rhythm(item.at("meets"), board.calendar);
    const YamlNode time = item.at("time");
    const auto interval = read_interval(time.text());
    if (time.is_text() && !interval) time.report(time.shown(), "an interval like 09:30-12:30");
    if (interval) {
      board.calendar.starts_at = interval->from;
      board.calendar.length = interval->to - interval->from;
    }
    const YamlNode closes = item.find("agenda_closes");
    constexpr double most_days = 90;  // Judgement: catches slips; a quarter ahead is planning.
    const double days = closes.is_present() ? closes.quantity(closing_units) : 0;
    if (days > most_days) closes.report(closes.shown(), "at most 90 days before the meeting");
    board.calendar.agenda_closes = from_days(std::min(days, most_days));
    for (const YamlNode& recess : item.find("recess").items()) {
      recess.only({"from", "to"});
      board.calendar.recesses.push_back(
          {read_day_of_year(recess.at("from")), read_day_of_year(recess.at("to"))});
    }
    boards.push_back(std::move(board));
  }
  return boards;
}

}  // namespace veer::codec
