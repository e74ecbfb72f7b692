// SPDX-License-Identifier: EUPL-1.2
// A number that Veer's answers depend on, with where it comes from (DESIGN law 3).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace veer::org {

/// Words that a person reads, in both languages.
struct Text {
  std::string nl;
  std::string en;

  Text() = default;
  Text(std::string dutch, std::string english)
      : nl(std::move(dutch)), en(std::move(english)) {}
  /// A proper name or symbol that is the same in both languages.
  Text(const char* both) : nl(both), en(both) {}
  Text(const std::string& both) : nl(both), en(both) {}

  [[nodiscard]] bool empty() const { return nl.empty() && en.empty(); }
  friend bool operator==(const Text&, const Text&) = default;
};

struct Source {
  std::string id;          ///< Key in the file's `sources`.
  Text title;              ///< As cited, perhaps with what it says there.
  std::string year;        ///< May be a range or "n.d.".
  std::string url;         ///< May be empty.
  Text setting;            ///< Where it was observed: "430 Dutch municipalities".
  friend bool operator==(const Source&, const Source&) = default;
};

/// One number. It is *sourced* when `source` names an entry of the file's sources, and then its
/// range is the source's; otherwise it is a *judgement*, drawn from its range in every study.
struct Input {
  std::string name;        ///< Stable path, unique in the catalogue: "sectorenmodel/structure.span"
  double value = 0;        ///< The central value.
  double low = 0;          ///< low <= value <= high.
  double high = 0;
  std::string unit;        ///< "minutes", "1" for shares, "people", ...
  Text definition;         ///< What exactly is counted.
  std::string source;      ///< Source id; empty: a judgement.
  Text reason;             ///< Judgements: why this range.

  [[nodiscard]] bool is_judgement() const { return source.empty(); }
  /// False for a number that a model does not use; it has no name and is not drawn.
  [[nodiscard]] bool is_used() const { return !name.empty(); }
  friend bool operator==(const Input&, const Input&) = default;
};

/// What addresses the draw of an input: its name without the file it stands in
/// ("structure.team_size" of "sectorenmodel/structure.team_size"). One model under two names, and
/// the same question asked of two models, so meet the same draw; each maps it into its own range.
[[nodiscard]] std::string_view draw_address(const Input& input);

/// The value each input has in one draw. Names not in it have their central value.
class DrawnInputs {
 public:
  DrawnInputs() = default;
  /// Later settings of the same name win. O(inputs).
  void set(const std::string& name, double value);
  /// The drawn value of the input, or its central value. O(log inputs).
  [[nodiscard]] double operator()(const Input& input) const;
  /// All values that were set, ordered by name.
  [[nodiscard]] const std::vector<std::pair<std::string, double>>& values() const {
    return values_;
  }
  friend bool operator==(const DrawnInputs&, const DrawnInputs&) = default;

 private:
  std::vector<std::pair<std::string, double>> values_;  // ordered by name
};

}  // namespace veer::org
