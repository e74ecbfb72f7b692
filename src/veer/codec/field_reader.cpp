// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/field_reader.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "veer/codec/input_reader.hpp"
#include "veer/codec/scenario_input.hpp"
#include "veer/codec/scenario_parts.hpp"

namespace veer::codec {
namespace {

constexpr std::string_view formats[] = {"veer-field/1"};

// Judgement: bounds that only catch slips of the pen.
constexpr Measure year_measure = {"year", {}, 1850, 2100, ""};
constexpr Measure percent_measure = {"%", {}, 0, 100, ""};
constexpr Measure count_measure = {"municipalities", {}, 0, 2'000, ""};
constexpr Measure table_measure = {"", {}, 0, 1e9, ""};

class FieldReader {
 public:
  explicit FieldReader(const YamlNode& root) : root_(root) {}

  org::Field read() {
    root_.only({"format", "sources", "judgements", "models", "groups", "tables"});
    static_cast<void>(root_.at("format").choice(formats));
    read_origins(root_, origins_);
    field_.sources = origins_.sources;
    for (const YamlNode& node : root_.find("groups").items()) {
      org::FieldGroup group = read_group(node);
      groups_.push_back(group.id);
      field_.groups.push_back(std::move(group));
    }
    for (const YamlNode& node : root_.find("models").items()) read_model(node);
    for (const YamlNode& node : root_.find("tables").items()) read_table(node);
    return std::move(field_);
  }

 private:
  /// An id that no other part of the file has.
  std::string once(const YamlNode& node) {
    std::string id = read_id(node);
    if (!id.empty() && !ids_.insert(id).second) {
      node.report(id, "each id once", "Give it an id of its own.");
    }
    return id;
  }

  org::FieldGroup read_group(const YamlNode& node) {
    node.only({"id", "name", "kind", "from", "below"});
    org::FieldGroup group;
    group.id = once(node.at("id"));
    group.name = read_text(node.at("name"));
    constexpr std::string_view kinds[] = {"other", "all", "size", "single"};
    if (node.find("kind").is_present()) {
      group.kind = static_cast<org::FieldGroup::Kind>(node.find("kind").choice(kinds));
    }
    const bool bounded = node.find("from").is_present() || node.find("below").is_present();
    if (group.kind != org::FieldGroup::Kind::size) {
      if (bounded) node.report("bounds of a group that is no size class", "`kind: size` with them");
      return group;
    }
    // Judgement: above the largest municipality ten times over.
    constexpr std::int64_t most = 10'000'000;
    group.from = static_cast<int>(node.at("from").whole(0, most));
    group.below = static_cast<int>(node.at("below").whole(1, most));
    if (group.below <= group.from) node.report("no size at all", "`from` under `below`");
    return group;
  }

  void read_model(const YamlNode& node) {
    node.only({"id", "name", "summary", "from", "to", "prevalence", "counts"});
    org::FieldModel model;
    model.id = once(node.at("id"));
    model.name = read_text(node.at("name"));
    model.summary = read_text(node.at("summary"));
    model.from = read_input(node.at("from"), year_measure, model.id + "/from",
                            {"eerste jaar", "first year"}, origins_);
    model.to = read_input(node.find("to"), year_measure, model.id + "/to",
                          {"laatste jaar", "last year"}, origins_);
    if (model.to.is_used() && model.to.value < model.from.value) {
      node.at("to").report(node.at("to").find("value").shown(), "a year that is not before `from`");
    }
    model.prevalence = read_figures(node.find("prevalence"), percent_measure,
                                    model.id + "/prevalence",
                                    {"deel van alle gemeenten", "share of all municipalities"});
    model.counts = read_figures(node.find("counts"), count_measure, model.id + "/counts",
                                {"aantal gemeenten", "number of municipalities"});
    field_.models.push_back(std::move(model));
  }

  void read_table(const YamlNode& node) {
    node.only({"id", "title", "unit", "definition", "rows"});
    org::FieldTable table;
    table.id = once(node.at("id"));
    table.title = read_text(node.at("title"));
    table.unit = read_text(node.at("unit"));
    table.definition = read_text(node.at("definition"));
    table.rows = read_figures(node.at("rows"), table_measure, table.id, table.definition);
    for (org::FieldFigure& row : table.rows) row.figure.unit = table.unit.en;
    if (node.find("rows").is_list() && table.rows.empty()) {
      node.find("rows").report("an empty list", "at least one figure");
    }
    field_.tables.push_back(std::move(table));
  }

  std::vector<org::FieldFigure> read_figures(const YamlNode& node, const Measure& measure,
                                             const std::string& prefix,
                                             const org::Text& definition) {
    std::vector<org::FieldFigure> figures;
    std::set<std::string> names;
    for (const YamlNode& item : node.items()) {
      item.only({"year", "group", "figure"});
      org::FieldFigure one;
      one.year = item.at("year").text();
      if (const YamlNode group = item.find("group"); group.is_present()) {
        one.group = group.text();
        if (std::find(groups_.begin(), groups_.end(), one.group) == groups_.end()) {
          report_unknown_word(group, one.group, groups_, "an id of `groups`");
        }
      }
      const std::string name = prefix + "/" + one.year + "/" + one.group;
      if (!names.insert(name).second) {
        item.report(one.year + " " + one.group, "each year and group once", "Remove one.");
      }
      one.figure = read_input(item.at("figure"), measure, name, definition, origins_);
      figures.push_back(std::move(one));
    }
    return figures;
  }

  YamlNode root_;
  Origins origins_;
  std::set<std::string> ids_;
  std::vector<std::string> groups_;
  org::Field field_;
};

}  // namespace

Result<org::Field> read_field(std::string_view yaml, const std::string& name) {
  VEER_TRY(const auto document, YamlDocument::parse(yaml, name));
  org::Field field = FieldReader(document->root()).read();
  if (!document->problems().empty()) return fail(document->problems());
  return field;
}

}  // namespace veer::codec
