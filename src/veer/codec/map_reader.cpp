// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/map_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "veer/codec/problem_list.hpp"
#include "veer/codec/yaml_reader.hpp"

namespace veer::codec {
namespace {

constexpr std::string_view formats[] = {"veer-map/1"};
constexpr YamlUnit percent[] = {{"%", 0.01}};  // Exact: share of a whole
// Judgement: twenty suggestions help; looking for thousands takes minutes.
constexpr std::size_t most_suggestions = 20;

class MapReader {
 public:
  MapReader(YamlDocument& document, const MapGround& ground)
      : document_(document),
        ground_(ground),
        activity_names_(ground.activities.begin(), ground.activities.end()),
        known_activities_(ground.activities.begin(), ground.activities.end()) {}

  Result<org::Map> read() {
    const YamlNode root = document_.root();
    root.only({"format", "workspace", "records", "sub_processes", "unplaced", "units"});
    static_cast<void>(root.at("format").choice(formats));
    map_.workspace = root.find("workspace").text();
    map_.records = root.find("records").text();
    for (const YamlNode& item : root.at("sub_processes").items()) read_sub_process(item);
    for (const YamlNode& item : root.find("unplaced").items()) read_activity(item, "");
    for (const YamlNode& item : root.find("units").items()) read_unit(item);
    const std::optional<Error> other = of_other_records(root);
    if (other && 2 * unknown_ > named_) return fail(*other);
    check_within(sub_process_withins_, sub_process_lines_, "the id of a sub-process of this file");
    check_within(unit_withins_, unit_lines_, "the name of a unit of this file");
    check_units();
    const Problems problems = document_.problems();
    if (problems.empty() && !other) return std::move(map_);
    ProblemList shown;
    if (other) shown.add(*other);
    for (const Error& problem : problems) shown.add(problem);
    return fail(shown.take(document_.name()));
  }

 private:
  struct Within {
    std::string child;
    std::string parent;
    YamlNode place;
  };

  org::Marks read_marks(const YamlNode& item) {
    org::Marks marks;
    for (std::size_t i = 0; i < org::mark_count; ++i) {
      marks.texts[i] = item.find(name_of(static_cast<org::Mark>(i))).text();
    }
    return marks;
  }

  /// Notes where a name first stands; reports its second time.
  bool is_first(std::unordered_map<std::string, int>& lines, const std::string& name,
                const YamlNode& place, std::string_view what) {
    const auto [at, is_new] = lines.emplace(name, place.line());
    if (!is_new) {
      place.report(fmt::format("{} {} a second time", what, place.shown()),
                   fmt::format("each {} once", what),
                   fmt::format("It stands on line {} too; remove one of the two.", at->second));
    }
    return is_new;
  }

  void read_sub_process(const YamlNode& item) {
    item.only({"id", "name", "within", "domain", "discipline", "product", "area", "competence",
               "activities"});
    if (!item.is_map()) return;
    org::SubProcess one;
    one.id = item.at("id").text();
    one.name = item.find("name").text();
    one.within = item.find("within").text();
    one.marks = read_marks(item);
    if (!one.id.empty() && is_first(sub_process_lines_, one.id, item.find("id"), "sub-process") &&
        !one.within.empty()) {
      sub_process_withins_.push_back({one.id, one.within, item.find("within")});
    }
    for (const YamlNode& activity : item.find("activities").items()) {
      read_activity(activity, one.id);
    }
    map_.sub_processes.push_back(std::move(one));
  }

  void read_activity(const YamlNode& item, const std::string& sub_process) {
    org::MapActivity one;
    one.sub_process = sub_process;
    YamlNode place = item;
    if (item.is_map()) {
      item.only({"name", "domain", "discipline", "product", "area", "competence"});
      place = item.at("name");
      one.marks = read_marks(item);
    }
    one.name = place.text();
    if (one.name.empty()) {
      if (!place.is_present() && !item.is_map()) {
        item.report("nothing", "the name of an activity", "Fill it in, or remove the line.");
      }
      return;
    }
    ++named_;
    if (known_activities_.count(one.name) == 0) report_unknown(one.name, place);
    if (is_first(activity_lines_, one.name, place, "activity")) {
      map_.activities.push_back(std::move(one));
    }
  }

  void report_unknown(const std::string& name, const YamlNode& place) {
    std::optional<std::string> near;
    if (++unknown_ <= most_suggestions) near = nearest(name, activity_names_);
    place.report(place.shown() + ", which is in none of these records",
                 "an activity of the records",
                 near ? fmt::format("Did you mean '{}'?", *near) : "Remove the line.");
  }

  void read_unit(const YamlNode& item) {
    item.only({"name", "within", "domain"});
    if (!item.is_map()) return;
    org::MapUnit one;
    one.name = item.at("name").text();
    one.within = item.find("within").text();
    read_domains(item.find("domain"), one);
    if (one.name.empty() || !is_first(unit_lines_, one.name, item.find("name"), "unit")) return;
    unit_places_.emplace_back(one.name, item.find("name"));
    if (!one.within.empty()) unit_withins_.push_back({one.name, one.within, item.find("within")});
    map_.units.push_back(std::move(one));
  }

  void read_domains(const YamlNode& node, org::MapUnit& unit) {
    if (!node.is_map()) {
      std::string domain = node.text();
      if (!domain.empty()) unit.domains.push_back({std::move(domain), 1});
      return;
    }
    double total = 0;
    for (const auto& [domain, value] : node.members()) {
      const double share = value.quantity(percent);
      total += share;
      unit.domains.push_back({domain, share});
    }
    constexpr double rounding = 1e-9;  // Exact: shares written in decimals, added in binary.
    if (total > 1 + rounding) {
      node.report(fmt::format("shares that add up to {:.4g} %", 100 * total), "at most 100 %",
                  "A unit cannot give more than all of its time.");
    }
  }

  /// That the map is of other records: when it names hardly any activity of these, the one problem
  /// that explains all the others.
  [[nodiscard]] std::optional<Error> of_other_records(const YamlNode& root) const {
    const YamlNode records = root.find("records");
    if (!ground_.records.empty() && !map_.records.empty() && map_.records != ground_.records) {
      return Error{ErrorCode::invalid, fmt::format("{}:{}: records", document_.name(),
                                                   records.line()),
                   fmt::format("a map of other records ({}{}{})", map_.workspace,
                               map_.workspace.empty() ? "" : ", ", records.shown()),
                   ground_.records,
                   "Take the map of this workspace (veer map NAME.veer -o map.yaml); or remove "
                   "this line if the map is meant for these records too."};
    }
    if (named_ >= 2 && 2 * unknown_ > named_) {
      return Error{ErrorCode::invalid, document_.name(),
                   fmt::format("{} of {} activities that are in none of these records", unknown_,
                               named_),
                   "the activities of the records",
                   "Check that the map belongs to this workspace."};
    }
    return std::nullopt;
  }

  /// Reports parents that are not there, and each ring once.
  void check_within(const std::vector<Within>& withins,
                    const std::unordered_map<std::string, int>& known, const char* expected) {
    std::unordered_map<std::string, std::size_t> parent_of;
    for (std::size_t i = 0; i < withins.size(); ++i) {
      const Within& one = withins[i];
      if (known.count(one.parent) == 0) {
        one.place.report(one.place.shown(), expected, "Add it, or correct the name.");
      } else {
        parent_of.emplace(one.child, i);
      }
    }
    std::unordered_map<std::string, std::size_t> walk_of;  // the walk that passed first
    for (std::size_t walk = 0; walk < withins.size(); ++walk) {
      std::string at = withins[walk].child;
      while (true) {
        const auto [passed, is_new] = walk_of.emplace(at, walk);
        if (!is_new) {
          if (passed->second == walk) report_ring(at, withins, parent_of);
          break;
        }
        const auto up = parent_of.find(at);
        if (up == parent_of.end()) break;
        at = withins[up->second].parent;
      }
    }
  }

  void report_ring(const std::string& start, const std::vector<Within>& withins,
                   const std::unordered_map<std::string, std::size_t>& parent_of) {
    constexpr std::size_t most_shown = 8;
    const Within& first = withins[parent_of.at(start)];
    std::string ring = start;
    std::string at = first.parent;
    for (std::size_t steps = 1; at != start; ++steps) {
      if (steps < most_shown) ring += " within " + at;
      if (steps == most_shown) ring += " within ...";
      at = withins[parent_of.at(at)].parent;
    }
    first.place.report(fmt::format("a ring: {} within {}", ring, start), "no ring",
                       "Leave `within` empty for the one that is on top.");
  }

  /// A unit must be one of the records, or hold others.
  void check_units() {
    if (!ground_.units) return;
    const std::unordered_set<std::string> known(ground_.units->begin(), ground_.units->end());
    std::unordered_set<std::string> holds;
    for (const Within& one : unit_withins_) holds.insert(one.parent);
    const std::vector<std::string_view> names(ground_.units->begin(), ground_.units->end());
    std::size_t unknown = 0;
    for (const auto& [name, place] : unit_places_) {
      if (known.count(name) != 0 || holds.count(name) != 0) continue;
      std::optional<std::string> near;
      if (++unknown <= most_suggestions) near = nearest(name, names);
      place.report(place.shown() + ", in which nobody works and nothing lies",
                   "a unit of the staff list or the records, or one that others lie within",
                   near ? fmt::format("Did you mean '{}'?", *near) : "Remove it.");
    }
  }

  YamlDocument& document_;
  const MapGround& ground_;
  std::vector<std::string_view> activity_names_;
  std::unordered_set<std::string> known_activities_;
  org::Map map_;
  std::unordered_map<std::string, int> sub_process_lines_;
  std::unordered_map<std::string, int> activity_lines_;
  std::unordered_map<std::string, int> unit_lines_;
  std::vector<Within> sub_process_withins_;
  std::vector<Within> unit_withins_;
  std::vector<std::pair<std::string, YamlNode>> unit_places_;
  std::size_t named_ = 0;
  std::size_t unknown_ = 0;
};

}  // namespace

Result<org::Map> read_map(std::string_view yaml, const std::string& name,
                          const MapGround& ground) {
  VEER_TRY(const auto document, YamlDocument::parse(yaml, name));
  return MapReader(*document, ground).read();
}

}  // namespace veer::codec
