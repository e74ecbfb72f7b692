// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/csv_records.hpp"

#include <algorithm>
#include <utility>

#include "veer/codec/csv_columns.hpp"
#include "veer/codec/csv_values.hpp"
#include "veer/codec/problem_list.hpp"
#include "veer/eventlog/lifecycle.hpp"
#include "veer/eventlog/log_builder.hpp"

namespace veer::codec {
namespace {

using eventlog::CaseId;
using eventlog::PersonId;
using Column = std::optional<std::size_t>;

struct Columns {
  Column case_name, activity, person, group, start, end, transition, case_type;
};

class Reader {
 public:
  Reader(const CsvTable& table, const CsvRecordsOptions& options)
      : table_(table), options_(options), problems_(table.ragged_rows()) {}

  Result<RecordsRead> read() {
    VEER_CHECK(find_columns());
    decide_order();
    for (std::size_t row = 0; row < table_.rows(); ++row) add_row(row);
    if (!problems_.empty()) return fail(problems_.take(table_.file()));
    // Values of event attributes belong to the event added last, so columns are typed first and the
    // rows are walked a second time.
    RecordsRead done;
    add_attributes();
    done.records.log = builder_.build();
    done.events_without_activity = without_activity_;
    done.events_without_moment = without_moment_;
    done.csv = std::move(told_);
    return done;
  }

 private:
  Result<Done> find_columns() {
    Problems problems;
    const auto find = [&](Column& column, const ColumnRole& role, const std::string& named,
                          bool needed) {
      auto found = find_column(table_, role, named);
      if (!found) {
        problems.push_back(found.error().front());
        return;
      }
      column = *found;
      if (column && is_used(*column, column)) column.reset();
      if (column) told_.columns.emplace_back(role.role, table_.header()[*column]);
      if (needed && !column) problems.push_back(missing_column(table_, role));
    };
    const RecordColumns& named = options_.columns;
    find(columns_.case_name, case_role, named.case_name, true);
    find(columns_.activity, activity_role, named.activity, true);
    find(columns_.person, person_role, named.person, false);
    find(columns_.group, group_role, named.group, false);
    find(columns_.start, start_role, named.start, false);
    find(columns_.end, end_role, named.end, true);
    find(columns_.transition, transition_role, named.transition, false);
    find(columns_.case_type, case_type_role, named.case_type, false);
    if (problems.empty()) return Done{};
    for (Error& ragged : problems_.take(table_.file())) problems.push_back(std::move(ragged));
    return fail(std::move(problems));
  }

  /// Whether another role already took the column.
  [[nodiscard]] bool is_used(std::size_t at, const Column& own) const {
    const Column* all[] = {&columns_.case_name,  &columns_.activity, &columns_.person,
                           &columns_.group,      &columns_.start,    &columns_.end,
                           &columns_.transition, &columns_.case_type};
    return std::any_of(std::begin(all), std::end(all), [&](const Column* column) {
      return column != &own && *column && **column == at;
    });
  }

  void decide_order() {
    OrderEvidence evidence;
    for (const Column& column : {columns_.start, columns_.end}) {
      if (!column) continue;
      for (std::size_t row = 0; row < table_.rows(); ++row)
        evidence.look_at(table_.cell(row, *column));
    }
    const bool months = evidence.month_first > 0 && evidence.day_first == 0;
    order_ = options_.date_order.value_or(months ? DateOrder::month_first : DateOrder::day_first);
    told_.month_first = order_ == DateOrder::month_first;
    told_.order_unclear = !options_.date_order && evidence.either > 0 && evidence.day_first == 0 &&
                          evidence.month_first == 0;
  }

  [[nodiscard]] std::string_view text(std::size_t row, const Column& column) const {
    if (!column) return {};
    const std::string_view found = table_.cell(row, *column);
    return is_absent(found) ? std::string_view() : found;
  }

  /// The moment in a cell; nothing when the cell is empty or, with a problem added, no date.
  std::optional<Instant> moment(std::size_t row, const Column& column) {
    const std::string_view written = text(row, column);
    if (written.empty()) return std::nullopt;
    const auto found = parse_moment(written, order_, options_.time_zone);
    if (!found) {
      problems_.add({ErrorCode::invalid, table_.place(row),
                     table_.header()[*column] + " = " + std::string(written.substr(0, 60)),
                     order_ == DateOrder::day_first
                         ? "a date such as 31-12-2025 13:45 or 2025-12-31T13:45"
                         : "a date such as 12/31/2025 13:45 or 2025-12-31T13:45",
                     "Correct the date, or leave out the row."});
    }
    return found;
  }

  void add_row(std::size_t row) {
    const std::string_view case_name = table_.cell(row, *columns_.case_name);
    if (case_name.empty()) {
      problems_.add({ErrorCode::invalid, table_.place(row), "a row without a case",
                     "a text in column " + table_.header()[*columns_.case_name],
                     "Fill it in, or leave out the row."});
    }
    const std::size_t before = problems_.count();
    const auto start = moment(row, columns_.start);
    const auto end = moment(row, columns_.end);
    if (case_name.empty() || problems_.count() != before) return;
    const CaseId id = builder_.case_of(case_name);
    if (const auto type = text(row, columns_.case_type); !type.empty()) {
      builder_.set_case_type(id, type);
    }
    const std::string_view activity = table_.cell(row, *columns_.activity);
    if (activity.empty()) {
      ++without_activity_;
      return;
    }
    if (!end && !start) {
      ++without_moment_;
      return;
    }
    auto transition = eventlog::transition_from(text(row, columns_.transition));
    if (!end) transition = eventlog::Transition::start;
    builder_.add_event({id, builder_.activity(activity),
                        builder_.person(text(row, columns_.person)),
                        builder_.group(text(row, columns_.group)), transition,
                        end ? start : std::nullopt, end ? *end : *start});
    event_rows_.push_back(row);
    row_cases_.push_back(id);
  }

  void add_attributes() {
    for (std::size_t column = 0; column < table_.header().size(); ++column) {
      if (is_used(column, Column())) continue;
      if (table_.header()[column].empty() || repeats_a_role(column)) {
        told_.ignored.push_back(table_.header()[column].empty()
                                    ? "column " + std::to_string(column + 1)
                                    : table_.header()[column]);
        continue;
      }
      add_attribute(column);
    }
  }

  [[nodiscard]] bool repeats_a_role(std::size_t column) const {
    for (const Column& role : {columns_.case_name, columns_.activity, columns_.person}) {
      if (!role) continue;
      bool same = true;
      for (std::size_t row = 0; same && row < table_.rows(); ++row) {
        same = table_.cell(row, column) == table_.cell(row, *role);
      }
      if (same) return true;
    }
    return false;
  }

  void add_attribute(std::size_t column) {
    std::vector<std::string_view> cells;
    std::vector<std::string_view> per_case(builder_.cases());
    bool of_case = true;
    for (std::size_t i = 0; i < event_rows_.size(); ++i) {
      const std::string_view cell = table_.cell(event_rows_[i], column);
      cells.push_back(cell);
      std::string_view& known = per_case[row_cases_[i].index()];
      if (cell.empty()) continue;
      if (!known.empty() && known != cell) of_case = false;
      known = cell;
    }
    const std::string& name = table_.header()[column];
    const ColumnType type = column_type(cells, order_, options_.time_zone);
    const auto value = [&](std::string_view cell) {
      return value_of(cell, type, order_, options_.time_zone);
    };
    if (of_case) {
      for (std::size_t i = 0; i < per_case.size(); ++i) {
        if (!is_absent(per_case[i])) builder_.set_case_value(CaseId(i), name, value(per_case[i]));
      }
      return;
    }
    std::vector<eventlog::Value> values;
    values.reserve(cells.size());
    for (const std::string_view cell : cells) values.push_back(value(cell));
    builder_.add_event_column(name, std::move(values));
  }

  const CsvTable& table_;
  const CsvRecordsOptions& options_;
  Columns columns_;
  DateOrder order_ = DateOrder::day_first;
  CsvReading told_;
  ProblemList problems_;
  eventlog::LogBuilder builder_;
  std::vector<std::size_t> event_rows_;  // table row of each event
  std::vector<CaseId> row_cases_;        // case of each event
  std::size_t without_activity_ = 0;
  std::size_t without_moment_ = 0;
};

}  // namespace

Result<RecordsRead> read_csv_records(std::string_view bytes, const CsvRecordsOptions& options) {
  VEER_TRY(const CsvTable table, CsvTable::read(bytes, options.format));
  VEER_TRY(RecordsRead read, Reader(table, options).read());
  read.csv->encoding = table.encoding();
  read.csv->delimiter = table.delimiter();
  return read;
}

}  // namespace veer::codec
