// SPDX-License-Identifier: EUPL-1.2
// A number that Veer's answers depend on, with where it comes from (DESIGN law 3).
#pragma once

#include <string>
#include <vector>

namespace veer::org {

struct Source {
  std::string id;          ///< Key in the file's `sources`.
  std::string title;
  std::string year;        ///< May be a range or "n.d.".
  std::string url;         ///< May be empty.
  std::string setting;     ///< Where it was observed: "430 Dutch municipalities".
  friend bool operator==(const Source&, const Source&) = default;
};

/// One number. It is *sourced* when `source` names an entry of the file's sources, and then its
/// range is the source's; otherwise it is a *judgement*, drawn from its range in every study.
struct Input {
  std::string name;        ///< Stable path, unique in the catalogue: "sectorenmodel/structure.span".
  double value = 0;        ///< The central value.
  double low = 0;          ///< low <= value <= high.
  double high = 0;
  std::string unit;        ///< "minutes", "1" for shares, "people", ...
  std::string definition;  ///< What exactly is counted.
  std::string source;      ///< Source id; empty: a judgement.
  std::string reason;      ///< Judgements: why this range.

  [[nodiscard]] bool is_judgement() const { return source.empty(); }
  friend bool operator==(const Input&, const Input&) = default;
};

/// The value each input has in one draw. Names not in it have their central value.
class DrawnInputs {
 public:
  DrawnInputs() = default;
  /// Later settings of the same name win.
  void set(const std::string& name, double value);
  /// The drawn value of the input, or its central value.
  [[nodiscard]] double operator()(const Input& input) const;

 private:
  std::vector<std::pair<std::string, double>> values_;  // ordered by name
};

}  // namespace veer::org
