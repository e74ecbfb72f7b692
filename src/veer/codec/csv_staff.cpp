// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "veer/codec/csv_columns.hpp"
#include "veer/codec/csv_records.hpp"
#include "veer/codec/problem_list.hpp"
#include "veer/eventlog/person_names.hpp"

namespace veer::codec {
namespace {

// Judgement: nobody works two full weeks; more is a typing error (8 for 0.8).
constexpr double most_fte = 2;

/// 0.8 of "0,8", "0.8" and "80%"; nothing when the text is anything else.
std::optional<double> parse_share(std::string text) {
  std::replace(text.begin(), text.end(), ',', '.');
  bool percent = false;
  while (!text.empty() && (text.back() == '%' || text.back() == ' ')) {
    percent = percent || text.back() == '%';
    text.pop_back();
  }
  double share = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), share);
  if (failure != std::errc() || end != text.data() + text.size() || !std::isfinite(share)) {
    return std::nullopt;
  }
  return percent ? share / 100 : share;
}

struct StaffColumns {
  std::optional<std::size_t> person, unit, function, fte, scale;
  [[nodiscard]] bool has(std::size_t column) const {
    return person == column || unit == column || function == column || fte == column ||
           scale == column;
  }
};

void read_row(const CsvTable& table, std::size_t row, const StaffColumns& columns,
              eventlog::StaffList& members, ProblemList& problems) {
  const auto text = [&](const std::optional<std::size_t>& column) {
    return column ? std::string(table.cell(row, *column)) : std::string();
  };
  eventlog::StaffMember member{text(columns.person), text(columns.unit), text(columns.function),
                               std::nullopt, text(columns.scale)};
  if (member.person.empty()) {
    problems.add({ErrorCode::invalid, table.place(row), "a row without a person",
                  "a text in column " + table.header()[*columns.person],
                  "Fill it in, or leave out the row."});
  }
  if (const std::string written = text(columns.fte); !written.empty()) {
    const auto share = parse_share(written);
    const bool possible =
        share && Fte::of(std::clamp(*share, -1.0, most_fte + 1)) > Fte() && *share <= most_fte;
    if (!possible) {
      problems.add({ErrorCode::invalid, table.place(row),
                    table.header()[*columns.fte] + " = " + written.substr(0, 60),
                    "an FTE above 0 and at most 2, such as 0,8",
                    "Correct it; leave out people without hours."});
      return;
    }
    member.fte = Fte::of(*share);
  }
  members.push_back(std::move(member));
}

/// Reports everybody whose posts together are more than two full weeks, at their last row.
void check_totals(const CsvTable& table, const StaffColumns& columns, ProblemList& problems) {
  struct Total {
    double fte = 0;
    std::size_t posts = 0;
    std::size_t last_row = 0;
  };
  std::map<std::string, Total> totals;
  for (std::size_t row = 0; columns.fte && row < table.rows(); ++row) {
    const auto share = parse_share(std::string(table.cell(row, *columns.fte)));
    const std::string person = eventlog::folded_name(table.cell(row, *columns.person));
    if (!share || *share <= 0 || *share > most_fte || person.empty()) continue;
    Total& total = totals[person];
    total.fte += *share;
    ++total.posts;
    total.last_row = row;
  }
  constexpr double rounding = 1e-9;  // Exact: shares written in decimals, added in binary.
  for (const auto& [person, total] : totals) {
    if (total.fte <= most_fte + rounding) continue;
    problems.add({ErrorCode::invalid, table.place(total.last_row),
                  fmt::format("a person with {:.4g} FTE in {} posts", total.fte, total.posts),
                  "at most 2 FTE for one person",
                  "Correct the shares; give two people of one name different names."});
  }
}

}  // namespace

Result<StaffRead> read_csv_staff(std::string_view bytes, const CsvFormat& format) {
  VEER_TRY(const CsvTable table, CsvTable::read(bytes, format));
  StaffColumns columns;
  VEER_TRY(columns.person, find_column(table, staff_person_role, ""));
  VEER_TRY(columns.unit, find_column(table, staff_unit_role, ""));
  VEER_TRY(columns.function, find_column(table, staff_function_role, ""));
  VEER_TRY(columns.fte, find_column(table, staff_fte_role, ""));
  VEER_TRY(columns.scale, find_column(table, staff_scale_role, ""));
  ProblemList problems = table.ragged_rows();
  if (!columns.person) {
    problems.add(missing_column(table, staff_person_role));
    return fail(problems.take(table.file()));
  }
  StaffRead read;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    read_row(table, row, columns, read.staff.members, problems);
  }
  check_totals(table, columns, problems);
  if (!problems.empty()) return fail(problems.take(table.file()));
  for (std::size_t column = 0; column < table.header().size(); ++column) {
    if (!columns.has(column)) read.ignored.push_back(table.header()[column]);
  }
  return read;
}

}  // namespace veer::codec
