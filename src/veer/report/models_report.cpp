// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/models_report.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "veer/base/error.hpp"
#include "veer/report/labels.hpp"
#include "veer/report/sources.hpp"
#include "veer/report/table.hpp"

namespace veer::report {
namespace {

using Json = nlohmann::ordered_json;

std::size_t judgements(const std::vector<org::Input>& inputs) {
  return static_cast<std::size_t>(
      std::count_if(inputs.begin(), inputs.end(),
                    [](const org::Input& input) { return input.is_judgement(); }));
}

/// With as many decimals as it needs, at most three.
std::string plain(Language language, double value) {
  int decimals = 0;
  double scale = 1;
  // Judgement: no input is given with more than three decimals; closer than this is the same.
  while (decimals < 3 && std::abs(std::round(value * scale) - value * scale) > 1e-6) {
    ++decimals;
    scale *= 10;
  }
  return number(language, value, decimals);
}

std::string unit_text(Language language, const std::string& unit) {
  static const std::map<std::string, TextKey> keys = {
      {"1", TextKey::model_unit_share},
      {"people", TextKey::model_unit_people},
      {"units", TextKey::model_unit_units},
      {"minutes", TextKey::model_unit_minutes},
      {"weeks", TextKey::model_unit_weeks},
      {"working days", TextKey::model_unit_working_days},
      {"hours/person/week", TextKey::model_unit_leading},
      {"1/person/year", TextKey::model_unit_spells},
      {"weeks/year", TextKey::model_unit_leave},
      {"tasks", TextKey::model_unit_tasks},
      {"days", TextKey::model_unit_days},
      {"hours/person", TextKey::model_unit_hours_each}};
  const auto at = keys.find(unit);
  return at == keys.end() ? unit : std::string(text(language, at->second));
}

std::string heading(std::string_view words) { return "\n" + std::string(words) + "\n"; }

/// Indented by `first`, and two more from the second line on.
std::string paragraph(const std::string& words, std::size_t first = 2) {
  constexpr std::size_t columns = 100;
  return std::string(first, ' ') + wrapped(words, columns - first, first + 2);
}

std::string grouping(Language language, const org::Structure& structure) {
  static constexpr TextKey by[] = {TextKey::model_by_observed, TextKey::model_by_domain,
                                   TextKey::model_by_discipline, TextKey::model_by_handovers};
  std::string words(text(language, by[static_cast<std::size_t>(structure.group_by)]));
  if (structure.top_units.is_used() && structure.top_units.high > 0) {
    words += ' ' + say(language, TextKey::model_top_units, plain(language, structure.top_units.low),
                       plain(language, structure.top_units.high), structure.top_unit_kind);
  }
  if (structure.team_size.is_used()) {
    words += ' ' + say(language, TextKey::model_size, structure.unit_kind,
                       plain(language, structure.team_size.low),
                       plain(language, structure.team_size.high));
  }
  const bool line = structure.leadership == org::Leadership::line;
  words += ' ';
  words += text(language, line ? TextKey::model_with_line : TextKey::model_without_line);
  return words;
}

TextKey finding(org::FindPerson find) {
  switch (find) {
    case org::FindPerson::pull: return TextKey::model_finds_pull;
    case org::FindPerson::lead_assigns: return TextKey::model_finds_lead;
    case org::FindPerson::owner: return TextKey::model_finds_owner;
  }
  VEER_EXPECT(false && "a way to find a person without words");
}

std::string decider(Language language, const org::DecisionRule& rule) {
  switch (rule.decider) {
    case org::Decider::self: return std::string(text(language, TextKey::model_decides_self));
    case org::Decider::lead: return std::string(text(language, TextKey::model_decides_lead));
    case org::Decider::line: return std::string(text(language, TextKey::model_decides_line));
    case org::Decider::colleagues:
      return say(language, TextKey::model_decides_colleagues,
                 plain(language, rule.participants.low), plain(language, rule.participants.high));
  }
  VEER_EXPECT(false && "a decider without words");
}

std::string ladder(Language language, const std::vector<org::Input>& rungs) {
  std::string words;
  for (const org::Input& rung : rungs) {
    if (!words.empty()) words += text(language, TextKey::model_ladder_then);
    words += rung.value > 1
                 ? say(language, TextKey::model_panel, plain(language, rung.value))
                 : std::string(text(language, TextKey::model_mediator));
  }
  return words;
}

std::string decision(Language language, const org::DecisionRule& rule) {
  static constexpr TextKey protocols[] = {
      TextKey::model_protocol_chain, TextKey::model_protocol_advice,
      TextKey::model_protocol_consent, TextKey::model_protocol_majority};
  std::string words = decider(language, rule);
  if (rule.decider == org::Decider::colleagues) {
    words += ' ';
    words += rule.quorum.is_used()
                 ? say(language, TextKey::model_quorum, plain(language, rule.quorum.low),
                       plain(language, rule.quorum.high))
                 : std::string(text(language, protocols[static_cast<std::size_t>(rule.protocol)]));
  }
  if (!rule.meeting.empty()) {
    words += ' ' + say(language, TextKey::model_decides_in_meeting, rule.meeting);
  }
  if (!rule.conflict_ladder.empty()) {
    words += ' ' + say(language, TextKey::model_ladder, ladder(language, rule.conflict_ladder));
  }
  if (rule.wait_limit.is_used()) {
    words += ' ';
    words += rule.wait_limit.high > 0
                 ? say(language, TextKey::model_waits, plain(language, rule.wait_limit.low),
                       plain(language, rule.wait_limit.high))
                 : std::string(text(language, TextKey::model_waits_forever));
  }
  return words;
}

std::string meetings(Language language, const std::vector<org::MeetingRule>& rules) {
  if (rules.empty()) return std::string(text(language, TextKey::model_no_meetings));
  std::string words;
  for (const org::MeetingRule& rule : rules) {
    const std::string kind =
        rule.of_leads ? say(language, TextKey::model_meets_leads, rule.kind) : rule.kind;
    const std::string minutes = plain(language, rule.minutes.value);
    if (!words.empty()) words += ' ';
    words += rule.every_weeks.value == 1
                 ? say(language, TextKey::model_meets_weekly, kind, minutes)
                 : say(language, TextKey::model_meets, kind,
                       plain(language, rule.every_weeks.value), minutes);
  }
  return words;
}

std::string works(Language language, const org::Model& model) {
  std::string page = heading(text(language, TextKey::model_works));
  const auto add = [&](TextKey label, const std::string& words) {
    page += paragraph(std::string(text(language, label)) + ": " + words);
  };
  add(TextKey::model_grouping, grouping(language, model.structure));
  add(TextKey::model_finding, std::string(text(language, finding(model.find_person))));
  add(TextKey::model_routine, decision(language, model.exceptions[0]));
  add(TextKey::model_operational, decision(language, model.exceptions[1]));
  add(TextKey::model_cross_unit, decision(language, model.exceptions[2]));
  add(TextKey::model_meetings, meetings(language, model.meetings));
  return page;
}

std::string numbers(Language language, const std::vector<org::Input>& inputs) {
  const std::size_t judged = judgements(inputs);
  std::string page =
      heading(say(language, TextKey::model_numbers, inputs.size() - judged, judged));
  for (const org::Input& input : inputs) {
    const std::string name(draw_address(input));
    const std::string unit = unit_text(language, input.unit);
    const std::string& meaning = in(language, input.definition);
    page += paragraph(
        input.low == input.high
            ? say(language, TextKey::model_number_fixed, name, plain(language, input.value), unit,
                  meaning)
            : say(language, TextKey::model_number, name, plain(language, input.value), unit,
                  plain(language, input.low), plain(language, input.high), meaning));
    page += paragraph(
        input.is_judgement()
            ? say(language, TextKey::model_is_judgement, in(language, input.reason))
            : say(language, TextKey::model_is_sourced, input.source),
        4);
  }
  return page;
}

std::string sources(Language language, const std::map<std::string, org::Source>& all) {
  std::string page = heading(text(language, TextKey::model_sources));
  for (const auto& [id, source] : all) {
    std::string words = source_words(language, source);
    if (!source.url.empty()) words += " " + source.url;
    page += paragraph(words);
  }
  return page;
}


Json json_of(const std::vector<org::Input>& inputs) {
  Json list = Json::array();
  for (const org::Input& input : inputs) {
    Json entry = {{"name", input.name},
                  {"value", input.value},
                  {"low", input.low},
                  {"high", input.high},
                  {"unit", input.unit},
                  {"definition", text_json(input.definition)}};
    if (input.is_judgement()) {
      entry["judgement"] = text_json(input.reason);
    } else {
      entry["source"] = input.source;
    }
    list.push_back(std::move(entry));
  }
  return list;
}

Json head_of(const org::Model& model) {
  const std::vector<org::Input> inputs = model.inputs();
  return {{"id", model.id},
          {"name", text_json(model.name)},
          {"summary", text_json(model.summary)},
          {"era", model.era},
          {"tested_against", text_json(model.tested_against)},
          {"inputs",
           {{"sourced", inputs.size() - judgements(inputs)}, {"judgements", judgements(inputs)}}}};
}

std::string printed(const Json& json) { return json.dump(2) + "\n"; }

}  // namespace

std::string models_screen(Language language, const std::vector<org::Model>& models,
                          const org::Mechanisms& mechanisms) {
  std::string page(text(language, TextKey::models_title));
  page += "\n\n";
  std::size_t longest = 0;
  for (const org::Model& model : models) longest = std::max(longest, width(model.id));
  Table table;
  table.add({std::string(text(language, TextKey::models_head_id)),
             std::string(text(language, TextKey::models_head_era)),
             std::string(text(language, TextKey::models_head_inputs)),
             std::string(text(language, TextKey::models_head_judged))});
  for (const org::Model& model : models) {
    const std::vector<org::Input> inputs = model.inputs();
    const std::string name = model.id + std::string(longest - width(model.id) + 2, ' ') +
                             in(language, model.name);
    table.add({name, model.era, std::to_string(inputs.size()),
               std::to_string(judgements(inputs))});
  }
  page += table.to_string() + "\n";
  const std::vector<org::Input> shared = mechanisms.inputs();
  page += wrapped(std::string(text(language, TextKey::models_explain)));
  page += wrapped(say(language, TextKey::models_hint, shared.size(),
                      shared.size() - judgements(shared), judgements(shared)));
  return page;
}

std::string model_screen(Language language, const org::Model& model) {
  std::string page =
      in(language, model.name) + " (" + model.id + "), " + model.era + "\n\n";
  page += paragraph(in(language, model.summary));
  page += works(language, model);
  page += numbers(language, model.inputs());
  page += heading(text(language, TextKey::model_judged));
  for (const org::Text& choice : model.judged) page += paragraph("- " + in(language, choice));
  page += heading(text(language, TextKey::model_tested));
  page += paragraph(in(language, model.tested_against));
  page += sources(language, model.sources);
  return page;
}

std::string mechanisms_screen(Language language, const org::Mechanisms& mechanisms) {
  std::string page(text(language, TextKey::mechanisms_title));
  page += "\n\n" + paragraph(std::string(text(language, TextKey::mechanisms_explain)));
  page += numbers(language, mechanisms.inputs());
  page += sources(language, mechanisms.sources);
  return page;
}

std::string prices_screen(Language language, const org::Prices& prices) {
  std::string page(text(language, TextKey::prices_title));
  page += "\n\n" + paragraph(std::string(text(language, TextKey::prices_explain)));
  page += heading(say(language, TextKey::prices_scales, prices.scales_source));
  Table table;
  table.add({std::string(text(language, TextKey::prices_col_scale)),
             std::string(text(language, TextKey::prices_col_lowest)),
             std::string(text(language, TextKey::prices_col_highest)),
             std::string(text(language, TextKey::prices_col_year))});
  const org::DrawnPrices central = org::draw(prices, {});
  for (const org::SalaryScale& scale : prices.scales) {
    table.add({scale.id, number(language, scale.lowest.euros()),
               number(language, scale.highest.euros()),
               number(language, central.year_in(scale.id)->euros())});
  }
  page += table.to_string() + "\n" +
          paragraph(std::string(text(language, TextKey::prices_how)));
  page += numbers(language, prices.inputs());
  page += sources(language, prices.sources);
  return page;
}

std::string models_json(const std::vector<org::Model>& models) {
  Json list = Json::array();
  for (const org::Model& model : models) list.push_back(head_of(model));
  return printed({{"models", std::move(list)}});
}

std::string model_json(const org::Model& model) {
  static constexpr const char* group_by[] = {"observed", "domain", "discipline", "handovers"};
  static constexpr const char* leadership[] = {"line", "none"};
  static constexpr const char* find_person[] = {"pull", "lead_assigns", "owner"};
  static constexpr const char* deciders[] = {"self", "lead", "line", "colleagues"};
  static constexpr const char* protocols[] = {"chain", "advice", "consent", "majority"};
  Json json = head_of(model);
  json["structure"] = {
      {"group_by", group_by[static_cast<std::size_t>(model.structure.group_by)]},
      {"leadership", leadership[static_cast<std::size_t>(model.structure.leadership)]},
      {"unit_kind", model.structure.unit_kind},
      {"top_unit_kind", model.structure.top_unit_kind}};
  json["routing"] = {{"find_person", find_person[static_cast<std::size_t>(model.find_person)]}};
  for (std::size_t kind = 0; kind < org::exception_kind_count; ++kind) {
    const org::DecisionRule& rule = model.exceptions[kind];
    Json& entry = json["exceptions"][std::string(name_of(static_cast<org::ExceptionKind>(kind)))];
    entry["decider"] = deciders[static_cast<std::size_t>(rule.decider)];
    if (rule.decider == org::Decider::self) continue;
    entry["protocol"] = protocols[static_cast<std::size_t>(rule.protocol)];
  }
  json["meetings"] = Json::array();
  for (const org::MeetingRule& meeting : model.meetings) {
    json["meetings"].push_back({{"kind", meeting.kind}, {"of_leads", meeting.of_leads}});
  }
  json["numbers"] = json_of(model.inputs());
  json["judged"] = Json::array();
  for (const org::Text& choice : model.judged) json["judged"].push_back(text_json(choice));
  json["sources"] = sources_json(model.sources);
  return printed(json);
}

std::string mechanisms_json(const org::Mechanisms& mechanisms) {
  return printed(
      {{"numbers", json_of(mechanisms.inputs())}, {"sources", sources_json(mechanisms.sources)}});
}

std::string prices_json(const org::Prices& prices) {
  Json scales = Json::array();
  for (const org::SalaryScale& scale : prices.scales) {
    scales.push_back({{"id", scale.id},
                      {"lowest_eur_per_month", scale.lowest.euros()},
                      {"highest_eur_per_month", scale.highest.euros()}});
  }
  return printed({{"scales", {{"source", prices.scales_source}, {"amounts", std::move(scales)}}},
                  {"numbers", json_of(prices.inputs())},
                  {"sources", sources_json(prices.sources)}});
}

}  // namespace veer::report
