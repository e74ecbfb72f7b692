// SPDX-License-Identifier: EUPL-1.2
// What a study is about: an organisation's work and people, and the designs to compare.
//
// Both are passed as functions, so that a study runs the same on a twin learned from records, on a
// scenario written by hand, and on a world made up by a test.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "veer/base/result.hpp"
#include "veer/org/baseline.hpp"
#include "veer/org/input.hpp"
#include "veer/org/organisation.hpp"
#include "veer/sim/replication.hpp"

namespace veer::study {

/// What the records say about the elapsed time of finished cases of one case type.
struct RecordedCases {
  std::string case_type;             ///< As in the work value.
  std::vector<double> elapsed_days;  ///< First to last recorded event of each case, days.
};

/// What the as-is run must agree with before any design is compared with it.
struct RecordedReference {
  std::vector<RecordedCases> case_types;
  /// The first event of a recorded case is a start; otherwise it is the completion of its first
  /// activity, and the simulated log is measured in the same way.
  bool starts_recorded = false;
};

/// Those of all case types together.
[[nodiscard]] inline std::vector<double> all_elapsed_days(const RecordedReference& records) {
  std::vector<double> all;
  for (const RecordedCases& type : records.case_types) {
    all.insert(all.end(), type.elapsed_days.begin(), type.elapsed_days.end());
  }
  return all;
}

/// An organisation as found: its work and its people, of which some numbers are uncertain.
struct Subject {
  std::string name;
  std::vector<org::Input> inputs;
  /// One draw of the work and the people; pure.
  std::function<Result<org::Baseline>(const org::DrawnInputs&)> realise;
  /// Nothing for a scenario: there is nothing to agree with.
  std::optional<RecordedReference> records;
};

/// One way to organise the subject. The first design of a study is the as-is.
struct Design {
  std::string id;     ///< "as-is", "zelfsturing"; unique within the study.
  std::string model;  ///< Id of the model it was made from.
  std::vector<org::Input> inputs;
};

/// The organisations of one draw, one per design in order; pure. Refuses what the records cannot
/// support.
using Organise = std::function<Result<std::vector<org::Organisation>>(const org::Baseline&,
                                                                      const org::DrawnInputs&)>;

/// sim::simulate, or what a test puts in its place.
using Simulate = std::function<Result<sim::Outcome>(
    const work::Work&, const org::Workforce&, const org::Organisation&, const org::Assumptions&,
    const sim::Run&)>;

}  // namespace veer::study
