// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/laws_report.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "veer/report/sources.hpp"
#include "veer/report/table.hpp"

namespace veer::report {
namespace {

using Json = nlohmann::ordered_json;

const std::string& in(Language language, const org::Text& text) {
  return language == Language::nl ? text.nl : text.en;
}

/// Indented by `first`, and two more from the second line on.
std::string paragraph(const std::string& words, std::size_t first = 2) {
  constexpr std::size_t columns = 100;
  return std::string(first, ' ') + wrapped(words, columns - first, first + 2);
}

std::string heading(std::string_view words) { return "\n" + std::string(words) + "\n"; }

/// "8 weken".
std::string length(Language language, calendar::TermLength term) {
  static constexpr std::array<std::array<TextKey, 2>, 5> keys = {
      {{TextKey::law_unit_day, TextKey::law_unit_days},
       {TextKey::law_unit_working_day, TextKey::law_unit_working_days},
       {TextKey::law_unit_week, TextKey::law_unit_weeks},
       {TextKey::law_unit_month, TextKey::law_unit_months},
       {TextKey::law_unit_year, TextKey::law_unit_years}}};
  const auto& forms = keys[static_cast<std::size_t>(term.unit)];
  return say(language, forms[term.count == 1 ? 0 : 1], term.count);
}

/// The sign and the amount stay on one line.
std::string euros(Language language, Money amount) {
  return "€\u00a0" + number(language, amount.euros(), amount.cents() % 100 == 0 ? 0 : 2);
}

/// "maandag 30 december 2024".
std::string weekday_and_date(Language language, Day day) {
  const auto first = static_cast<std::size_t>(TextKey::weekday_1);
  const auto key = static_cast<TextKey>(first + static_cast<std::size_t>(weekday_of(day)));
  return std::string(text(language, key)) + " " + date(language, day);
}

std::string lengths(Language language, const calendar::DecisionTerm& term) {
  std::string words = length(language, term.parts.front().length);
  for (std::size_t i = 1; i < term.parts.size(); ++i) {
    words = say(language, TextKey::law_then, words, length(language, term.parts[i].length));
  }
  return words;
}

std::string standing_still(Language language, const calendar::DecisionTerm& term) {
  // The parts before the last stand still less, if at all.
  const calendar::TermPart& last = term.parts.back();
  if (!last.stops_for_applicant && !last.stops_for_others) {
    return std::string(text(language, TextKey::law_stops_never));
  }
  const TextKey key = !last.stops_for_others      ? TextKey::law_stops_applicant
                      : !last.stops_for_applicant ? TextKey::law_stops_others
                                                  : TextKey::law_stops_both;
  std::string words(text(language, key));
  const calendar::TermPart& first = term.parts.front();
  if (!first.stops_for_applicant && !first.stops_for_others) {
    words = say(language, TextKey::law_stops_last, words, length(language, last.length));
  }
  return say(language, TextKey::law_stops, words);
}

std::string moving(Language language, const calendar::DecisionTerm& term) {
  TextKey key = TextKey::law_moves_excluded;
  if (term.end_moves) {
    key = calendar::termijnenwet_applies(term.parts.back().length) ? TextKey::law_moves
                                                                   : TextKey::law_moves_not;
  }
  return std::string(text(language, key));
}

std::string term_in_words(Language language, const org::LawPeriod& period) {
  static constexpr TextKey lapses[] = {TextKey::law_lapse_nothing, TextKey::law_lapse_penalty,
                                       TextKey::law_lapse_granted, TextKey::law_lapse_appeal};
  const calendar::DecisionTerm& term = period.term;
  std::string page;
  page += paragraph(say(language, TextKey::law_starts, in(language, period.starts)));
  page += paragraph(say(language, TextKey::law_lasts, lengths(language, term)));
  page += paragraph(standing_still(language, term));
  page += paragraph(term.extension
                        ? say(language, TextKey::law_extended, length(language, *term.extension))
                        : std::string(text(language, TextKey::law_not_extended)));
  page += paragraph(moving(language, term));
  page += paragraph(say(language, TextKey::law_lapse,
                        text(language, lapses[static_cast<std::size_t>(period.lapse)])));
  return page;
}

std::string penalty_in_words(Language language, const calendar::PenaltySchedule& penalty) {
  std::string page =
      paragraph(say(language, TextKey::law_notice, length(language, penalty.notice)));
  for (const calendar::PenaltyRate& rate : penalty.rates) {
    page += paragraph("- " + say(language, TextKey::law_rate, rate.days,
                                 euros(language, rate.a_day)));
  }
  page += paragraph(say(language, TextKey::law_most, penalty.most_days(),
                        euros(language, penalty.most())));
  return page;
}

std::string provisions(Language language, const org::LawPeriod& period) {
  std::string page = "\n  " + std::string(text(language, TextKey::law_rules)) + "\n";
  for (const org::Provision& provision : period.provisions) {
    page += paragraph("- " + provision.article + ": " + in(language, provision.says));
    page += paragraph(provision.is_judgement()
                          ? say(language, TextKey::model_is_judgement,
                                in(language, provision.reason))
                          : say(language, TextKey::model_is_sourced, provision.source),
                      6);
  }
  return page;
}

std::string example_in_words(Language language, const org::LawExample& example, bool penalty) {
  std::string words;
  if (penalty) {
    words = say(language, TextKey::law_example_penalty, date(language, example.due),
                date(language, example.notice), date(language, example.decided),
                example.penalty.days, euros(language, example.penalty.owed));
  } else {
    words = say(language, TextKey::law_example_event,
                weekday_and_date(language, example.course.received));
    if (example.length) {
      words += say(language, TextKey::law_example_length, length(language, *example.length));
    }
    for (const calendar::Course::Wait& wait : example.course.waits) {
      words += say(language, TextKey::law_example_wait, date(language, wait.asked),
                   date(language, wait.answered));
    }
    if (example.course.extended) words += text(language, TextKey::law_example_extended);
    if (!example.with_decrees) words += text(language, TextKey::law_example_no_decrees);
    words += say(language, TextKey::law_example_due, weekday_and_date(language, example.due));
  }
  if (!example.note.empty()) words += ' ' + in(language, example.note);
  return paragraph("- " + in(language, example.name) + ".") + paragraph(words, 4);
}

std::string decreed(Language language, const std::vector<Day>& days) {
  if (days.empty()) return "";
  std::string words;
  for (const Day day : days) words += (words.empty() ? "" : ", ") + date(language, day);
  return heading(text(language, TextKey::law_decreed)) + paragraph(words + ".");
}

std::string sources(Language language, const org::Law& law) {
  std::string page = heading(text(language, TextKey::model_sources));
  for (const auto& [id, source] : law.sources) {
    std::string words = source_words(language, source);
    if (!source.url.empty()) words += " " + source.url;
    page += paragraph(words);
  }
  return page;
}

std::vector<std::string> row(Language language, const org::Law& law) {
  static constexpr TextKey lapses[] = {TextKey::law_short_nothing, TextKey::law_short_penalty,
                                       TextKey::law_short_granted, TextKey::law_short_appeal};
  const org::LawPeriod& now = law.periods.back();
  std::vector<std::string> cells = {law.id, to_iso(now.from)};
  switch (law.kind) {
    case org::LawKind::term: {
      std::string term = length(language, now.term.parts.front().length);
      for (std::size_t i = 1; i < now.term.parts.size(); ++i) {
        term += " + " + length(language, now.term.parts[i].length);
      }
      cells.push_back(term);
      cells.push_back(now.term.extension ? length(language, *now.term.extension) : "-");
      cells.emplace_back(text(language, lapses[static_cast<std::size_t>(now.lapse)]));
      break;
    }
    case org::LawKind::penalty:
      cells.push_back(say(language, TextKey::law_unit_days, now.penalty.most_days()));
      cells.emplace_back("-");
      cells.push_back(
          say(language, TextKey::law_short_amount, euros(language, now.penalty.most())));
      break;
    case org::LawKind::calendar: cells.insert(cells.end(), {"-", "-", "-"}); break;
  }
  return cells;
}

struct RuleCount {
  std::size_t sourced = 0;
  std::size_t judged = 0;
};

RuleCount rules_of(const org::Law& law) {
  RuleCount count;
  for (const org::LawPeriod& period : law.periods) {
    for (const org::Provision& provision : period.provisions) {
      ++(provision.is_judgement() ? count.judged : count.sourced);
    }
  }
  return count;
}


Json json_of(calendar::TermLength term) {
  static constexpr const char* units[] = {"days", "working days", "weeks", "months", "years"};
  return {{"count", term.count}, {"unit", units[static_cast<std::size_t>(term.unit)]}};
}

std::string kind_of(const org::Law& law) {
  static constexpr const char* kinds[] = {"term", "penalty", "calendar"};
  return kinds[static_cast<std::size_t>(law.kind)];
}

Json json_of(const org::LawPeriod& period, org::LawKind kind) {
  static constexpr const char* lapses[] = {"nothing", "penalty", "granted", "appeal"};
  Json json = {{"from", to_iso(period.from)}};
  if (period.to) json["to"] = to_iso(*period.to);
  if (kind == org::LawKind::term) {
    json["starts"] = text_json(period.starts);
    for (const calendar::TermPart& part : period.term.parts) {
      Json stops = Json::array();
      if (part.stops_for_applicant) stops.push_back("applicant");
      if (part.stops_for_others) stops.push_back("others");
      json["parts"].push_back({{"length", json_of(part.length)},
                               {"stops_for", stops},
                               {"others_through_answer", part.others_through_answer}});
    }
    if (period.term.extension) json["extension"] = json_of(*period.term.extension);
    json["termijnenwet"] = period.term.end_moves;
    json["lapse"] = lapses[static_cast<std::size_t>(period.lapse)];
  }
  if (kind == org::LawKind::penalty) {
    json["notice"] = json_of(period.penalty.notice);
    for (const calendar::PenaltyRate& rate : period.penalty.rates) {
      json["rates"].push_back({{"days", rate.days}, {"euros_a_day", rate.a_day.euros()}});
    }
  }
  for (const org::Provision& provision : period.provisions) {
    Json rule = {{"article", provision.article}, {"says", text_json(provision.says)}};
    if (provision.is_judgement()) {
      rule["judgement"] = text_json(provision.reason);
    } else {
      rule["source"] = provision.source;
    }
    json["rules"].push_back(std::move(rule));
  }
  return json;
}

Json json_of(const org::LawExample& example, org::LawKind kind) {
  Json json = {{"name", text_json(example.name)}, {"decrees", example.with_decrees}};
  if (kind == org::LawKind::penalty) {
    json["due"] = to_iso(example.due);
    json["notice"] = to_iso(example.notice);
    json["decided"] = to_iso(example.decided);
    json["days"] = example.penalty.days;
    json["owed_euros"] = example.penalty.owed.euros();
    return json;
  }
  json["event"] = to_iso(example.course.received);
  if (example.length) json["length"] = json_of(*example.length);
  for (const calendar::Course::Wait& wait : example.course.waits) {
    const bool applicant = wait.by == calendar::SuspendedBy::applicant;
    json["waits"].push_back({{"asked", to_iso(wait.asked)},
                             {"answered", to_iso(wait.answered)},
                             {"by", applicant ? "applicant" : "others"}});
  }
  json["extended"] = example.course.extended;
  json["due"] = to_iso(example.due);
  return json;
}

Json head_of(const org::Law& law) {
  const RuleCount rules = rules_of(law);
  return {{"id", law.id},
          {"kind", kind_of(law)},
          {"name", text_json(law.name)},
          {"summary", text_json(law.summary)},
          {"since", to_iso(law.periods.back().from)},
          {"rules", {{"sourced", rules.sourced}, {"judgements", rules.judged}}}};
}

}  // namespace

std::string laws_screen(Language language, const std::vector<org::Law>& laws) {
  std::string page(text(language, TextKey::laws_title));
  page += "\n\n";
  Table table;
  table.add({std::string(text(language, TextKey::laws_head_id)),
             std::string(text(language, TextKey::laws_head_since)),
             std::string(text(language, TextKey::laws_head_term)),
             std::string(text(language, TextKey::laws_head_extension)),
             std::string(text(language, TextKey::laws_head_lapse))});
  RuleCount all;
  for (const org::Law& law : laws) {
    table.add(row(language, law));
    const RuleCount of_law = rules_of(law);
    all.sourced += of_law.sourced;
    all.judged += of_law.judged;
  }
  page += table.to_string() + "\n";
  page += wrapped(say(language, TextKey::laws_explain));
  page += wrapped(say(language, TextKey::laws_judged, all.sourced + all.judged, all.sourced,
                      all.judged));
  return page;
}

std::string law_screen(Language language, const org::Law& law) {
  std::string page = in(language, law.name) + " (" + law.id + ")\n\n";
  page += paragraph(in(language, law.summary));
  for (auto period = law.periods.rbegin(); period != law.periods.rend(); ++period) {
    const std::string from = date(language, period->from);
    page += heading(period->to
                        ? say(language, TextKey::law_from_to, from, date(language, *period->to))
                        : say(language, TextKey::law_from, from));
    if (law.kind == org::LawKind::term) page += term_in_words(language, *period);
    if (law.kind == org::LawKind::penalty) page += penalty_in_words(language, period->penalty);
    page += provisions(language, *period);
  }
  page += decreed(language, law.decreed_days);
  page += heading(text(language, TextKey::law_examples));
  for (const org::LawExample& example : law.examples) {
    page += example_in_words(language, example, law.kind == org::LawKind::penalty);
  }
  page += sources(language, law);
  return page;
}

std::string laws_json(const std::vector<org::Law>& laws) {
  Json list = Json::array();
  for (const org::Law& law : laws) list.push_back(head_of(law));
  return Json({{"laws", std::move(list)}}).dump(2) + "\n";
}

std::string law_json(const org::Law& law) {
  Json json = head_of(law);
  json["periods"] = Json::array();
  for (const org::LawPeriod& period : law.periods) {
    json["periods"].push_back(json_of(period, law.kind));
  }
  if (law.kind == org::LawKind::calendar) {
    json["decreed_days"] = Json::array();
    for (const Day day : law.decreed_days) json["decreed_days"].push_back(to_iso(day));
  }
  json["examples"] = Json::array();
  for (const org::LawExample& example : law.examples) {
    json["examples"].push_back(json_of(example, law.kind));
  }
  json["sources"] = sources_json(law.sources);
  return json.dump(2) + "\n";
}

}  // namespace veer::report
