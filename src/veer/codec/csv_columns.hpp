// SPDX-License-Identifier: EUPL-1.2
// Finds the column that plays a role, by the names that systems give it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "veer/base/result.hpp"
#include "veer/codec/csv_table.hpp"

namespace veer::codec {

/// A role that a column can play.
struct ColumnRole {
  std::string_view role;                    ///< "case", "activity", ...
  std::string_view flag;                    ///< The flag that names its column; may be empty.
  std::span<const std::string_view> names;  ///< Plain names (plain_column_name), best first.
};

extern const ColumnRole case_role;
extern const ColumnRole activity_role;
extern const ColumnRole person_role;
extern const ColumnRole group_role;
extern const ColumnRole start_role;
extern const ColumnRole end_role;
extern const ColumnRole transition_role;
extern const ColumnRole case_type_role;
extern const ColumnRole staff_person_role;
extern const ColumnRole staff_unit_role;
extern const ColumnRole staff_function_role;
extern const ColumnRole staff_fte_role;
extern const ColumnRole staff_scale_role;

/// The column that the user named, or else the first of the role's names that the header has;
/// nothing when there is none. Error invalid when the named column is not there.
[[nodiscard]] Result<std::optional<std::size_t>> find_column(const CsvTable& table,
                                                             const ColumnRole& role,
                                                             const std::string& named);

/// The problem that a column is needed and was not found.
[[nodiscard]] Error missing_column(const CsvTable& table, const ColumnRole& role);

}  // namespace veer::codec
