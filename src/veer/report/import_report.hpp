// SPDX-License-Identifier: EUPL-1.2
// What veer import tells: counts, how good the records are, and what was replaced or left out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "veer/base/quantity.hpp"
#include "veer/codec/records_read.hpp"
#include "veer/eventlog/data_quality.hpp"
#include "veer/eventlog/privacy.hpp"
#include "veer/org/budget.hpp"
#include "veer/report/text.hpp"

namespace veer::report {

/// One file of records.
struct ImportedFile {
  std::string name;
  std::size_t cases = 0;
  std::size_t events = 0;
  std::size_t events_known = 0;     ///< Already in the workspace, from an export that overlaps.
  std::size_t cases_continued = 0;  ///< Of cases: were in the workspace already.
  std::size_t events_without_moment = 0;
  std::size_t events_without_activity = 0;
  std::uint64_t bytes = 0;  ///< Unpacked.
  std::optional<codec::CsvReading> csv;
  eventlog::PrivacyFindings privacy;
};

struct ImportedStaff {
  std::string name;
  std::size_t people = 0;
  std::size_t posts = 0;
  std::size_t posts_without_fte = 0;
  std::size_t posts_without_unit = 0;
  Fte fte;                            ///< Of the posts that have one.
  std::size_t people_in_records = 0;  ///< Distinct people of the records ...
  std::size_t people_recognised = 0;  ///< ... of whom are on the list.
  std::vector<std::string> ignored;   ///< Columns not kept.
};

struct ImportedBudget {
  std::string name;
  org::BudgetCover cover;
  std::vector<std::string> ignored;   ///< Columns not kept.
};

struct ImportSummary {
  std::string workspace;  ///< File name.
  std::string key_file;   ///< Where the key of the pseudonyms is.
  std::vector<ImportedFile> files;
  std::optional<ImportedStaff> staff;
  std::optional<ImportedBudget> budget;
  eventlog::DataQuality quality;  ///< Of all records in the workspace.
  std::size_t case_types = 0;     ///< Distinct, where records name them.
};

/// The screen, at most 100 columns wide.
[[nodiscard]] std::string import_screen(Language language, const ImportSummary& summary);
/// The same as JSON, indented; times in ISO 8601, counts as numbers.
[[nodiscard]] std::string import_json(const ImportSummary& summary);

}  // namespace veer::report
