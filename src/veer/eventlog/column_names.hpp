// SPDX-License-Identifier: EUPL-1.2
// Names of columns and attributes as case systems write them, made comparable.
#pragma once

#include <string>
#include <string_view>

namespace veer::eventlog {

/// Lower case, letters and digits only: "Case ID", "case_id" and "case:id" are all "caseid".
/// Bytes outside ASCII are kept as they are. O(length).
[[nodiscard]] std::string plain_column_name(std::string_view name);

}  // namespace veer::eventlog
