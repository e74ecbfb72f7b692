// SPDX-License-Identifier: EUPL-1.2
// A budget from CSV: unit (eenheid, afdeling, kostenplaats, domein, ...), kind of cost (soort,
// kostensoort, ...), year (jaar, begrotingsjaar, ...) and amount in euros (bedrag, begroot, ...).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "veer/base/result.hpp"
#include "veer/codec/csv_table.hpp"
#include "veer/org/budget.hpp"

namespace veer::codec {

struct BudgetRead {
  org::Budget budget;                ///< In the order of the file.
  std::vector<std::string> ignored;  ///< Columns that were not used.
};

/// An amount in euros with at most two decimals, in Dutch (1.234.567,89) or English (1,234,567.89)
/// notation, with or without the euro sign, spaces between thousands, a minus sign or brackets for
/// less than nothing. Because there are at most two decimals, one text never means two amounts:
/// "1.234" and "1,234" are both one thousand two hundred and thirty-four. Nothing for anything
/// else, and for a hundred billion and more.
[[nodiscard]] std::optional<Money> parse_amount(std::string_view text);

/// Errors, all of the file: those of CsvTable, invalid for a missing column, an empty unit or kind,
/// an amount that is none or below zero, a year that is none, and a line that comes twice.
[[nodiscard]] Result<BudgetRead> read_csv_budget(std::string_view bytes, const CsvFormat& format);

}  // namespace veer::codec
