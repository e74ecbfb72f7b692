// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/field_report.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "veer/report/labels.hpp"
#include "veer/report/page.hpp"
#include "veer/report/sources.hpp"

namespace veer::report {
namespace {

using Json = nlohmann::ordered_json;

// Judgement: longer names would push fifty years off a screen of 100 columns.
constexpr std::size_t name_columns = 40;

/// Decimals that a figure was published with, at most two.
int decimals_of(double value) {
  int decimals = 0;
  // Judgement: closer than this to a whole number of hundredths is the same.
  for (double scaled = value; decimals < 2 && std::abs(std::round(scaled) - scaled) > 1e-6;) {
    ++decimals;
    scaled *= 10;
  }
  return decimals;
}

/// The most decimals of figures that stand together.
int decimals_of(const std::vector<org::FieldFigure>& figures) {
  int decimals = 0;
  for (const org::FieldFigure& one : figures) {
    for (const double value : {one.figure.value, one.figure.low, one.figure.high}) {
      decimals = std::max(decimals, decimals_of(value));
    }
  }
  return decimals;
}

std::string figure(Language language, const org::Input& input, int decimals) {
  const std::string value = number(language, input.value, decimals);
  if (input.low == input.high) return value;
  return value + " [" + number(language, input.low, decimals) + " - " +
         number(language, input.high, decimals) + "]";
}

/// The first year that a text such as "1997-1999" names; 0: none.
int first_year(const std::string& year) {
  int value = 0;
  for (std::size_t i = 0; i < year.size() && i < 4; ++i) {
    if (year[i] < '0' || year[i] > '9') return 0;
    value = 10 * value + (year[i] - '0');
  }
  return value;
}

/// The years that the line of time spans, whole tens.
struct Span {
  int first = 9999;
  int last = 0;
  int known = 0;  ///< The last year that anything is known of.
  void add(double year) {
    known = std::max(known, static_cast<int>(year));
    first = std::min(first, static_cast<int>(year) / 10 * 10);
    last = std::max(last, (static_cast<int>(year) + 9) / 10 * 10);
  }
};

Span span_of(const org::Field& field) {
  Span span;
  for (const org::FieldModel& model : field.models) {
    span.add(model.from.low);
    span.add(model.from.high);
    if (model.to.is_used()) span.add(model.to.high);
  }
  for (const org::FieldTable& table : field.tables) {
    for (const org::FieldFigure& row : table.rows) {
      if (first_year(row.year) >= span.first) span.add(first_year(row.year));
    }
  }
  return span;
}

/// One character a year.
std::string bar_of(const org::FieldModel& model, const Span& span) {
  std::string bar;
  for (int year = span.first; year < span.last; ++year) {
    const bool begun = year >= static_cast<int>(model.from.value);
    const bool may_have_begun = year >= static_cast<int>(model.from.low);
    const bool ended = model.to.is_used() && year > static_cast<int>(model.to.value);
    const bool has_ended = model.to.is_used() && year > static_cast<int>(model.to.high);
    if (!model.to.is_used() && year > span.known) break;
    if (!may_have_begun || has_ended) {
      bar += ' ';
    } else {
      bar += begun && !ended && year >= static_cast<int>(model.from.high) ? "█" : "░";
    }
  }
  if (!model.to.is_used()) bar += "→";
  return bar;
}

class FieldText : private Page {
 public:
  FieldText(const org::Field& field, Language language) : Page(language), field_(field) {}

  std::string whole() {
    head();
    timeline();
    prevalence();
    figures();
    sources();
    return take();
  }

 private:
  [[nodiscard]] const std::string& in_words(const org::Text& words) const {
    return in(language_, words);
  }
  [[nodiscard]] std::string origin(const org::Input& input) const {
    return input.is_judgement() ? word(TextKey::field_judgement) : input.source;
  }

  void head() {
    title(word(TextKey::field_title));
    const std::vector<org::Input> inputs = field_.inputs();
    const auto judged = std::count_if(inputs.begin(), inputs.end(), [](const org::Input& input) {
      return input.is_judgement();
    });
    sentence(TextKey::field_origin, inputs.size(), inputs.size() - static_cast<std::size_t>(judged),
             judged);
  }

  void timeline() {
    heading(TextKey::field_timeline_head);
    const Span span = span_of(field_);
    std::size_t longest = 0;
    for (const org::FieldModel& model : field_.models) {
      longest = std::max(longest, width(shortened(in_words(model.name), name_columns)));
    }
    const auto padded = [longest](const std::string& name) {
      return name + std::string(longest + 2 - width(name), ' ');
    };
    std::string axis = padded("");
    for (int year = span.first; year < span.last; year += 10) {
      axis += std::to_string(year) + std::string(6, ' ');
    }
    out_ += axis.substr(0, axis.find_last_not_of(' ') + 1) + "\n";
    for (const org::FieldModel& model : field_.models) {
      const std::string line =
          padded(shortened(in_words(model.name), name_columns)) + bar_of(model, span);
      out_ += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    out_ += "\n";
    sentence(TextKey::field_timeline_how);
    for (const org::FieldModel& model : field_.models) {
      out_ += wrapped("- " + in_words(model.name) + ": " + in_words(model.summary) +
                          because(model.from),
                      100, 2);
    }
  }

  /// The reason of a judgement, behind what rests on it.
  [[nodiscard]] std::string because(const org::Input& input) const {
    return input.is_judgement() ? " (" + in_words(input.reason) + ")" : std::string();
  }

  void prevalence() {
    heading(TextKey::field_prevalence_head);
    Table table;
    table.add({word(TextKey::field_col_model), word(TextKey::field_col_year),
               word(TextKey::field_col_municipalities), word(TextKey::field_col_source)});
    std::string without;
    for (const org::FieldModel& model : field_.models) {
      for (const org::FieldFigure& one : model.prevalence) {
        const std::string share =
            figure(language_, one.figure, decimals_of(model.prevalence)) +
            (language_ == Language::nl ? " %" : "%");
        table.add({in_words(model.name), one.year,
                   say(language_, TextKey::field_of_all, share), origin(one.figure)});
      }
      for (const org::FieldFigure& one : model.counts) {
        table.add({in_words(model.name), one.year, figure(language_, one.figure, 0),
                   origin(one.figure)});
      }
      if (model.prevalence.empty() && model.counts.empty()) {
        without += (without.empty() ? "" : "; ") + in_words(model.name);
      }
    }
    out_ += table.to_string() + "\n";
    if (!without.empty()) sentence(TextKey::field_not_counted, without);
  }

  void figures() {
    heading(TextKey::field_figures_head);
    for (const org::FieldTable& table : field_.tables) one_table(table);
  }

  void one_table(const org::FieldTable& shown) {
    out_ += wrapped(in_words(shown.title) + " (" + in_words(shown.unit) + "). " +
                    in_words(shown.definition));
    Table table;
    table.add({word(TextKey::field_col_group), word(TextKey::field_col_year),
               in_words(shown.unit), word(TextKey::field_col_source)});
    const int decimals = decimals_of(shown.rows);
    const auto add = [&](const std::string& id, const std::string& name) {
      for (const org::FieldFigure& row : shown.rows) {
        if (row.group != id) continue;
        table.add({name, row.year, figure(language_, row.figure, decimals), origin(row.figure)});
      }
    };
    add("", "");
    for (const org::FieldGroup& group : field_.groups) add(group.id, in_words(group.name));
    out_ += table.to_string() + "\n";
    for (const org::FieldFigure& row : shown.rows) {
      if (!row.figure.is_judgement()) continue;
      out_ += wrapped(row.year + ", " + word(TextKey::field_judgement) + ": " +
                      in_words(row.figure.reason)) + "\n";
    }
  }

  void sources() {
    out_ += word(TextKey::field_sources_head) + "\n\n";
    for (const auto& [id, source] : field_.sources) {
      out_ += wrapped(source_words(language_, source), 100, 2);
      if (!source.url.empty()) out_ += "  " + source.url + "\n";
    }
  }

  const org::Field& field_;
};


Json input_json(const org::Input& input) {
  Json json{{"value", input.value}, {"low", input.low}, {"high", input.high}};
  if (input.is_judgement()) {
    json["judgement"] = text_json(input.reason);
  } else {
    json["source"] = input.source;
  }
  return json;
}

Json figures_json(const std::vector<org::FieldFigure>& figures) {
  Json list = Json::array();
  for (const org::FieldFigure& one : figures) {
    Json json = input_json(one.figure);
    json["year"] = one.year;
    if (!one.group.empty()) json["group"] = one.group;
    list.push_back(std::move(json));
  }
  return list;
}

}  // namespace

std::string field_screen(Language language, const org::Field& field) {
  return FieldText(field, language).whole();
}

std::string field_json(const org::Field& field) {
  Json json;
  json["models"] = Json::array();
  for (const org::FieldModel& model : field.models) {
    json["models"].push_back({{"id", model.id},
                              {"name", text_json(model.name)},
                              {"from", input_json(model.from)},
                              {"to", model.to.is_used() ? input_json(model.to) : Json()},
                              {"share_of_municipalities_percent", figures_json(model.prevalence)},
                              {"municipalities", figures_json(model.counts)}});
  }
  json["groups"] = Json::object();
  for (const org::FieldGroup& group : field.groups) {
    json["groups"][group.id] = text_json(group.name);
  }
  json["tables"] = Json::array();
  for (const org::FieldTable& table : field.tables) {
    json["tables"].push_back({{"id", table.id},
                              {"title", text_json(table.title)},
                              {"unit", text_json(table.unit)},
                              {"definition", text_json(table.definition)},
                              {"rows", figures_json(table.rows)}});
  }
  json["sources"] = sources_json(field.sources);
  return json.dump(2) + "\n";
}

}  // namespace veer::report
