// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/import_report.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "veer/report/table.hpp"

namespace veer::report {
namespace {

using eventlog::DataQuality;
using eventlog::DropReason;

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
  return all;
}

std::string delimiter_name(char delimiter) {
  return delimiter == '\t' ? "tab" : std::string(1, delimiter);
}

/// Writes paragraphs and items of one screen.
class Screen {
 public:
  explicit Screen(Language language) : language_(language) {}

  [[nodiscard]] Count count(std::size_t n) const { return Count(language_, n); }
  /// Never "0 %" of something nor "100 %" of not quite everything.
  [[nodiscard]] std::string share(std::size_t part, std::size_t whole) const {
    const double value = whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
    constexpr double smallest = 0.001;  // Judgement: one decimal is enough here
    if (value > 0 && value < smallest) return "< " + percent(language_, smallest, 1);
    if (value < 1 && value > 1 - smallest) return "> " + percent(language_, 1 - smallest, 1);
    const bool extreme = (value > 0 && value < 0.01) || (value > 0.99 && value < 1);
    return percent(language_, value, extreme ? 1 : 0);
  }
  void heading(const std::string& text) { out_ += '\n' + wrapped(text); }
  template <class... Args>
  void heading(TextKey key, const Args&... args) {
    heading(say(language_, key, args...));
  }
  template <class... Args>
  void sentence(TextKey key, const Args&... args) {
    out_ += wrapped(say(language_, key, args...));
  }
  template <class... Args>
  void item(TextKey key, const Args&... args) {
    out_ += wrapped("- " + say(language_, key, args...), 100, 2);
  }
  void row(TextKey key, const std::string& value) {
    constexpr std::size_t label_width = 34;
    constexpr std::size_t value_width = 18;
    const std::string label(text(language_, key));
    out_ += "  " + label + std::string(label_width - std::min(label_width, width(label)), ' ');
    out_ += std::string(value_width - std::min(value_width, width(value)), ' ') + value + '\n';
  }
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  Language language_;
  std::string out_;
};

void tell_file(Screen& screen, const ImportedFile& file) {
  screen.sentence(TextKey::import_file, file.name, screen.count(file.cases),
                  screen.count(file.events));
  if (file.events_known > 0) {
    screen.item(TextKey::import_events_known, screen.count(file.events_known));
  }
  if (file.cases_continued > 0) {
    screen.item(TextKey::import_continued, screen.count(file.cases_continued));
  }
  if (file.csv) {
    std::vector<std::string> columns;
    for (const auto& [role, name] : file.csv->columns) columns.push_back(role + " = " + name);
    screen.item(TextKey::import_csv, file.csv->encoding, delimiter_name(file.csv->delimiter),
                joined(columns));
    if (file.csv->month_first) screen.item(TextKey::import_month_first);
    if (file.csv->order_unclear) screen.item(TextKey::import_order_unclear);
    if (!file.csv->ignored.empty()) {
      screen.item(TextKey::import_csv_ignored, joined(file.csv->ignored));
    }
  }
  if (file.events_without_moment > 0) {
    screen.item(TextKey::import_no_moment, screen.count(file.events_without_moment));
  }
  if (file.events_without_activity > 0) {
    screen.item(TextKey::import_no_activity, screen.count(file.events_without_activity));
  }
}

void tell_staff(Screen& screen, const ImportedStaff& staff) {
  screen.sentence(TextKey::import_staff, staff.name, screen.count(staff.people),
                  screen.count(staff.posts));
  if (staff.people_in_records > 0 && staff.people_recognised == 0) {
    screen.item(TextKey::import_staff_no_match);
  } else if (staff.people_in_records > 0) {
    screen.item(TextKey::import_staff_match, screen.count(staff.people_in_records),
                screen.count(staff.people_recognised));
  }
  if (staff.posts_without_fte > 0) {
    screen.item(TextKey::import_staff_no_fte, screen.count(staff.posts_without_fte));
  }
  if (staff.posts_without_unit > 0) {
    screen.item(TextKey::import_staff_no_unit, screen.count(staff.posts_without_unit));
  }
  if (!staff.ignored.empty()) screen.item(TextKey::import_staff_ignored, joined(staff.ignored));
}

void tell_budget(Screen& screen, const ImportedBudget& budget) {
  const org::BudgetCover& cover = budget.cover;
  screen.sentence(TextKey::import_budget, budget.name, screen.count(cover.lines), cover.year,
                  number(screen.language(), cover.total.euros()), screen.count(cover.units));
  if (!cover.units_unknown.empty()) {
    screen.item(TextKey::import_budget_unknown, screen.count(cover.units_unknown.size()),
                joined(cover.units_unknown));
  }
  if (!budget.ignored.empty()) screen.item(TextKey::import_budget_ignored, joined(budget.ignored));
}

void tell_counts(Screen& screen, const ImportSummary& summary) {
  const DataQuality& q = summary.quality;
  screen.heading(TextKey::import_now, summary.workspace);
  screen.row(TextKey::import_cases, screen.count(q.cases));
  if (summary.case_types > 1)
    screen.row(TextKey::import_case_types, screen.count(summary.case_types));
  screen.row(TextKey::import_events, screen.count(q.events));
  screen.row(TextKey::import_activities, screen.count(q.activities));
  screen.row(TextKey::import_people, screen.count(q.persons));
  if (q.groups > 0) screen.row(TextKey::import_groups, screen.count(q.groups));
  if (q.first) screen.row(TextKey::import_first, date(screen.language(), day_of(*q.first)));
  if (q.last) screen.row(TextKey::import_last, date(screen.language(), day_of(*q.last)));
  if (summary.staff) {
    screen.row(TextKey::import_staff_posts, screen.count(summary.staff->posts));
    screen.row(TextKey::import_staff_fte, number(screen.language(), summary.staff->fte.share(), 1));
  }
}

void tell_starts(Screen& screen, const DataQuality& q) {
  if (q.instances == 0) return;
  if (q.instances_without_start == 0) {
    screen.item(TextKey::import_all_starts);
  } else if (q.instances_without_start == q.instances) {
    screen.item(TextKey::import_no_starts);
  } else {
    screen.item(TextKey::import_some_starts, screen.count(q.instances_without_start),
                screen.count(q.instances), screen.share(q.instances_without_start, q.instances));
  }
}

void tell_ends(Screen& screen, const DataQuality& q) {
  if (q.end_attribute.empty()) {
    screen.item(TextKey::import_no_end_attribute);
  } else if (q.cases_without_end == 0) {
    screen.item(TextKey::import_all_closed, q.end_attribute);
  } else {
    screen.item(TextKey::import_open, screen.count(q.cases_without_end),
                screen.share(q.cases_without_end, q.cases), q.end_attribute);
  }
}

void tell_quality(Screen& screen, const DataQuality& q) {
  screen.heading(TextKey::import_quality);
  tell_starts(screen, q);
  const auto of_events = [&](TextKey key, std::size_t n) {
    if (n > 0) screen.item(key, screen.count(n), screen.share(n, q.events));
  };
  if (q.midnight > 0) {
    screen.item(TextKey::import_midnight, screen.share(q.midnight, q.events),
                screen.count(q.midnight), screen.count(q.events));
  }
  of_events(TextKey::import_no_person, q.without_person);
  if (q.groups == 0) {
    screen.item(TextKey::import_no_groups);
  } else {
    of_events(TextKey::import_no_group, q.without_group);
  }
  tell_ends(screen, q);
  if (q.cases_with_one_event > 0) {
    screen.item(TextKey::import_single, screen.count(q.cases_with_one_event),
                screen.share(q.cases_with_one_event, q.cases));
  }
  const auto plain = [&](TextKey key, std::size_t n) {
    if (n > 0) screen.item(key, screen.count(n));
  };
  plain(TextKey::import_eventless, q.cases_without_events);
  plain(TextKey::import_unfinished, q.starts_without_end);
  plain(TextKey::import_backwards, q.ends_before_start);
  of_events(TextKey::import_duplicates, q.duplicates);
  of_events(TextKey::import_disorder, q.out_of_order);
}

std::vector<std::string> dropped_for(const eventlog::PrivacyFindings& found, DropReason reason) {
  std::vector<std::string> names;
  for (const auto& column : found.dropped) {
    if (column.reason == reason) names.push_back(column.name);
  }
  return names;
}

/// What was found in any of the files, each column once.
eventlog::PrivacyFindings together(const std::vector<ImportedFile>& files) {
  eventlog::PrivacyFindings all;
  const auto add = [](auto& list, const auto& more) {
    for (const auto& one : more) {
      if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
    }
  };
  for (const ImportedFile& file : files) {
    const auto& found = file.privacy;
    add(all.staff_columns, found.staff_columns);
    add(all.citizen_columns, found.citizen_columns);
    add(all.dropped, found.dropped);
    all.bsn_values += found.bsn_values;
    all.spellings_joined += found.spellings_joined;
    all.texts_with_names += found.texts_with_names;
    all.texts_with_email += found.texts_with_email;
    all.case_names_replaced = all.case_names_replaced || found.case_names_replaced;
  }
  return all;
}

void tell_privacy(Screen& screen, const ImportSummary& summary) {
  screen.heading(TextKey::import_privacy);
  screen.item(TextKey::import_pseudonyms, summary.key_file);
  const eventlog::PrivacyFindings found = together(summary.files);
  const auto columns = [&](TextKey key, const std::vector<std::string>& names) {
    if (!names.empty()) screen.item(key, joined(names));
  };
  const auto counted = [&](TextKey key, std::size_t n) {
    if (n > 0) screen.item(key, screen.count(n));
  };
  counted(TextKey::import_spellings, found.spellings_joined);
  columns(TextKey::import_staff_columns, found.staff_columns);
  columns(TextKey::import_citizen_columns, found.citizen_columns);
  columns(TextKey::import_dropped_bsn, dropped_for(found, DropReason::bsn));
  columns(TextKey::import_dropped_personal, dropped_for(found, DropReason::personal_data));
  columns(TextKey::import_dropped_text, dropped_for(found, DropReason::free_text));
  counted(TextKey::import_bsn_values, found.bsn_values);
  counted(TextKey::import_names_in_text, found.texts_with_names);
  counted(TextKey::import_email_in_text, found.texts_with_email);
  if (found.case_names_replaced) screen.item(TextKey::import_case_names);
  if (!summary.files.empty()) screen.item(TextKey::import_names_unknown);
}

nlohmann::ordered_json file_json(const ImportedFile& file) {
  nlohmann::ordered_json json{{"name", file.name},
                              {"cases", file.cases},
                              {"events", file.events},
                              {"events_known", file.events_known},
                              {"cases_continued", file.cases_continued},
                              {"events_without_moment", file.events_without_moment},
                              {"events_without_activity", file.events_without_activity},
                              {"bytes", file.bytes}};
  if (file.csv) {
    nlohmann::ordered_json columns = nlohmann::ordered_json::object();
    for (const auto& [role, name] : file.csv->columns) columns[role] = name;
    json["csv"] = {{"encoding", file.csv->encoding},
                   {"delimiter", std::string(1, file.csv->delimiter)},
                   {"columns", columns},
                   {"month_first", file.csv->month_first},
                   {"date_order_unclear", file.csv->order_unclear},
                   {"ignored", file.csv->ignored}};
  }
  const auto& found = file.privacy;
  json["privacy"] = {{"staff_columns", found.staff_columns},
                     {"citizen_columns", found.citizen_columns},
                     {"dropped_bsn", dropped_for(found, DropReason::bsn)},
                     {"dropped_personal_data", dropped_for(found, DropReason::personal_data)},
                     {"dropped_free_text", dropped_for(found, DropReason::free_text)},
                     {"bsn_values_replaced", found.bsn_values},
                     {"spellings_joined", found.spellings_joined},
                     {"texts_with_names", found.texts_with_names},
                     {"texts_with_email_addresses", found.texts_with_email},
                     {"case_names_replaced", found.case_names_replaced}};
  return json;
}

nlohmann::ordered_json quality_json(const DataQuality& q) {
  nlohmann::ordered_json json{{"activity_instances", q.instances},
                              {"without_start", q.instances_without_start},
                              {"starts_without_end", q.starts_without_end},
                              {"ends_before_start", q.ends_before_start},
                              {"midnight", q.midnight},
                              {"without_person", q.without_person},
                              {"without_group", q.without_group},
                              {"duplicates", q.duplicates},
                              {"out_of_order", q.out_of_order},
                              {"cases_without_events", q.cases_without_events},
                              {"cases_with_one_event", q.cases_with_one_event}};
  if (!q.end_attribute.empty()) {
    json["end_attribute"] = q.end_attribute;
    json["cases_without_end"] = q.cases_without_end;
  }
  return json;
}

}  // namespace

std::string import_screen(Language language, const ImportSummary& summary) {
  Screen screen(language);
  for (const ImportedFile& file : summary.files) tell_file(screen, file);
  if (summary.staff) tell_staff(screen, *summary.staff);
  if (summary.budget) tell_budget(screen, *summary.budget);
  tell_counts(screen, summary);
  if (summary.quality.events > 0) tell_quality(screen, summary.quality);
  tell_privacy(screen, summary);
  return screen.take();
}

std::string import_json(const ImportSummary& summary) {
  const DataQuality& q = summary.quality;
  nlohmann::ordered_json json{{"workspace", summary.workspace},
                              {"key_file", summary.key_file},
                              {"cases", q.cases},
                              {"case_types", summary.case_types},
                              {"events", q.events},
                              {"activities", q.activities},
                              {"people", q.persons},
                              {"groups", q.groups}};
  if (q.first) json["first"] = to_iso(*q.first);
  if (q.last) json["last"] = to_iso(*q.last);
  json["files"] = nlohmann::ordered_json::array();
  for (const ImportedFile& file : summary.files) json["files"].push_back(file_json(file));
  if (summary.staff) {
    const ImportedStaff& staff = *summary.staff;
    json["staff"] = {{"name", staff.name},
                     {"people", staff.people},
                     {"posts", staff.posts},
                     {"posts_without_fte", staff.posts_without_fte},
                     {"posts_without_unit", staff.posts_without_unit},
                     {"fte", staff.fte.share()},
                     {"people_in_records", staff.people_in_records},
                     {"people_recognised", staff.people_recognised},
                     {"ignored", staff.ignored}};
  }
  if (summary.budget) {
    const org::BudgetCover& cover = summary.budget->cover;
    json["budget"] = {{"name", summary.budget->name},
                      {"lines", cover.lines},
                      {"year", cover.year},
                      {"euros", cover.total.euros()},
                      {"units", cover.units},
                      {"units_not_recognised", cover.units_unknown},
                      {"ignored", summary.budget->ignored}};
  }
  json["quality"] = quality_json(q);
  return json.dump(2) + "\n";
}

}  // namespace veer::report
