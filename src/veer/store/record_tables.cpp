// SPDX-License-Identifier: EUPL-1.2
#include "veer/store/record_tables.hpp"

#include <utility>

#include "veer/base/error.hpp"
#include "veer/eventlog/lifecycle.hpp"

namespace veer::store {
namespace {

using eventlog::CaseId;
using eventlog::EventLog;
using eventlog::Value;

// The kinds of value; the numbers are part of the layout.
enum class Kind : std::int64_t {
  text = 1,
  real = 2,
  whole = 3,
  truth = 4,
  moment = 5
};

std::int64_t microseconds(Instant t) { return t.time_since_epoch().count(); }
Instant instant(std::int64_t us) { return Instant(Duration(us)); }

void bind_value(Statement& insert, int kind_parameter, const Value& value) {
  const auto bind = [&](Kind kind, auto stored) {
    insert.bind(kind_parameter, static_cast<std::int64_t>(kind)).bind(kind_parameter + 1, stored);
  };
  if (const auto* text = std::get_if<std::string>(&value)) {
    bind(Kind::text, std::string_view(*text));
  } else if (const auto* real = std::get_if<double>(&value)) {
    bind(Kind::real, *real);
  } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
    bind(Kind::whole, *whole);
  } else if (const auto* truth = std::get_if<bool>(&value)) {
    bind(Kind::truth, std::int64_t{*truth ? 1 : 0});
  } else if (const auto* moment = std::get_if<Instant>(&value)) {
    bind(Kind::moment, microseconds(*moment));
  }
}

Value read_value(const Statement& row, int kind_column) {
  const int at = kind_column + 1;
  switch (static_cast<Kind>(row.number(kind_column))) {
    case Kind::text: return std::string(row.text(at));
    case Kind::real: return row.real(at);
    case Kind::whole: return row.number(at);
    case Kind::truth: return row.number(at) != 0;
    case Kind::moment: return instant(row.number(at));
  }
  return {};
}

/// Puts texts into a dictionary table; gives for each its row there. `find` and `insert` take the
/// text as parameter 1.
std::vector<std::int64_t> merge_texts(Database& database, const std::vector<std::string>& texts,
                                      const char* find_sql, const char* insert_sql) {
  Statement find(database, find_sql);
  Statement insert(database, insert_sql);
  std::vector<std::int64_t> rows;
  rows.reserve(texts.size());
  for (const std::string& text : texts) {
    find.bind(1, text);
    if (!find.step()) {
      insert.bind(1, text).run();
      find.reset();
      find.step();
    }
    rows.push_back(find.number(0));
    find.reset();
  }
  return rows;
}

std::int64_t merge_attribute(Database& database, const std::string& name, bool of_event,
                             bool is_person) {
  Statement(database,
            "insert into attribute(name, of_event, is_person) values(?, ?, ?) "
            "on conflict(name, of_event) do update set is_person = max(is_person, "
            "excluded.is_person)")
      .bind(1, name)
      .bind(2, std::int64_t{of_event ? 1 : 0})
      .bind(3, std::int64_t{is_person ? 1 : 0})
      .run();
  Statement find(database, "select id from attribute where name = ? and of_event = ?");
  find.bind(1, name).bind(2, std::int64_t{of_event ? 1 : 0});
  find.step();
  return find.number(0);
}

/// Writes one log; holds the rows that its ids have in the tables.
class RecordWriter {
 public:
  RecordWriter(Database& database, const EventLog& log, Progress& progress)
      : database_(database), log_(log), progress_(progress) {
    total_ = log.events.size() * (1 + log.event_attributes.size());
  }

  Result<Added> write() {
    activities_ =
        merge_texts(database_, log_.activities.texts(), "select id from activity where name = ?",
                    "insert into activity(name) values(?)");
    persons_ =
        merge_texts(database_, log_.persons.texts(), "select id from person where pseudonym = ?",
                    "insert into person(pseudonym) values(?)");
    groups_ = merge_texts(database_, log_.groups.texts(), "select id from org_group where name = ?",
                          "insert into org_group(name) values(?)");
    write_cases();
    write_case_values();
    if (!write_events() || !write_event_values()) {
      return fail(Error{ErrorCode::interrupted, database_.name(), "stopped by you", "",
                        "Nothing was changed; run the same command again to start over."});
    }
    added_.events = log_.events.size();
    return added_;
  }

 private:
  /// Tells how far the work is now and then; false when the user wants to stop.
  bool go_on() {
    constexpr std::size_t rows_between = 8192;
    if (++done_ % rows_between != 0) return true;
    progress_.advance(done_, total_);
    return !progress_.stop_requested();
  }

  void write_cases() {
    Statement find(database_, "select id, case_type from zaak where name = ?");
    Statement insert(database_, "insert into zaak(name, case_type) values(?, ?)");
    Statement update(database_, "update zaak set case_type = ? where id = ?");
    std::int64_t next = database_.number("select coalesce(max(id), 0) + 1 from zaak");
    for (const eventlog::Case& c : log_.cases) {
      find.bind(1, c.name);
      if (find.step()) {
        const std::int64_t row = find.number(0);
        const bool new_type = !c.case_type.empty() && find.text(1) != c.case_type;
        find.reset();
        if (new_type) update.bind(1, c.case_type).bind(2, row).run();
        cases_.push_back(row);
        ++added_.cases_continued;
        continue;
      }
      find.reset();
      insert.bind(1, c.name).bind(2, c.case_type).run();
      cases_.push_back(next++);
      ++added_.cases_new;
    }
  }

  void write_case_values() {
    Statement insert(database_,
                     "insert or replace into case_value(attribute_id, case_id, kind, value) "
                     "values(?, ?, ?, ?)");
    for (const eventlog::Attribute& attribute : log_.attributes) {
      const std::int64_t id =
          merge_attribute(database_, attribute.name, false, attribute.is_person);
      for (const CaseId c : ids(attribute.values)) {
        const Value& value = attribute.values[c];
        if (std::holds_alternative<std::monostate>(value)) continue;
        insert.bind(1, id).bind(2, cases_[c.index()]);
        bind_value(insert, 3, value);
        insert.run();
      }
    }
  }

  bool write_events() {
    Statement insert(database_,
                     "insert into event(id, case_id, activity_id, person_id, group_id, transition, "
                     "start_us, end_us) values(?, ?, ?, ?, ?, ?, ?, ?)");
    first_event_ = database_.number("select coalesce(max(id), 0) + 1 from event");
    std::int64_t id = first_event_;
    for (const eventlog::Event& event : log_.events) {
      insert.bind(1, id++).bind(2, cases_[event.case_id.index()]);
      insert.bind(3, activities_[event.activity.index()]);
      event.person.is_none() ? insert.bind_null(4) : insert.bind(4, persons_[event.person.index()]);
      event.group.is_none() ? insert.bind_null(5) : insert.bind(5, groups_[event.group.index()]);
      insert.bind(6, eventlog::name_of(event.transition));
      event.start ? insert.bind(7, microseconds(*event.start)) : insert.bind_null(7);
      insert.bind(8, microseconds(event.end)).run();
      if (!go_on()) return false;
    }
    return true;
  }

  bool write_event_values() {
    Statement insert(database_,
                     "insert into event_value(attribute_id, event_id, kind, value) "
                     "values(?, ?, ?, ?)");
    for (const eventlog::EventAttribute& attribute : log_.event_attributes) {
      const std::int64_t id = merge_attribute(database_, attribute.name, true, attribute.is_person);
      std::int64_t event = first_event_;
      for (const Value& value : attribute.values) {
        const std::int64_t row = event++;
        if (!go_on()) return false;
        if (std::holds_alternative<std::monostate>(value)) continue;
        insert.bind(1, id).bind(2, row);
        bind_value(insert, 3, value);
        insert.run();
      }
    }
    return true;
  }

  Database& database_;
  const EventLog& log_;
  Progress& progress_;
  std::size_t done_ = 0;
  std::size_t total_ = 0;
  std::vector<std::int64_t> activities_;
  std::vector<std::int64_t> persons_;
  std::vector<std::int64_t> groups_;
  std::vector<std::int64_t> cases_;
  std::int64_t first_event_ = 1;
  Added added_;
};

/// Rows of dictionary tables are numbered 1, 2, ... in order, so row n is id n - 1.
template <class IdType>
void read_texts(Database& database, const char* sql, eventlog::Dictionary<IdType>& into) {
  Statement rows(database, sql);
  while (rows.step()) into.add(rows.text(0));
}

template <class IdType>
IdType id_at(const Statement& row, int column) {
  return row.is_null(column) ? IdType::none()
                             : IdType(static_cast<std::size_t>(row.number(column) - 1));
}

/// The events grouped by case; gives for each row of the table its place in the log.
std::vector<std::size_t> read_events(Database& database, EventLog& log) {
  Statement rows(database,
                 "select id, case_id, activity_id, person_id, group_id, transition, start_us, "
                 "end_us from event order by case_id, id");
  std::vector<std::size_t> places(
      static_cast<std::size_t>(database.number("select coalesce(max(id), 0) from event")) + 1);
  while (rows.step()) {
    places[static_cast<std::size_t>(rows.number(0))] = log.events.size();
    eventlog::Event event{id_at<CaseId>(rows, 1),
                          id_at<eventlog::ActivityId>(rows, 2),
                          id_at<eventlog::PersonId>(rows, 3),
                          id_at<eventlog::GroupId>(rows, 4),
                          eventlog::transition_from(rows.text(5)),
                          std::nullopt,
                          instant(rows.number(7))};
    if (!rows.is_null(6)) event.start = instant(rows.number(6));
    log.events.push_back(event);
  }
  return places;
}

void read_values(Database& database, EventLog& log, const std::vector<std::size_t>& places) {
  Statement attributes(database, "select id, name, of_event, is_person from attribute order by id");
  Statement of_case(database, "select case_id, kind, value from case_value where attribute_id = ?");
  Statement of_event(database,
                     "select event_id, kind, value from event_value where attribute_id = ?");
  while (attributes.step()) {
    const bool is_person = attributes.number(3) != 0;
    std::string name(attributes.text(1));
    if (attributes.number(2) == 0) {
      eventlog::Attribute attribute{std::move(name), is_person, {}};
      attribute.values.resize(log.cases.size());
      of_case.bind(1, attributes.number(0));
      while (of_case.step()) {
        attribute.values[id_at<CaseId>(of_case, 0)] = read_value(of_case, 1);
      }
      of_case.reset();
      log.attributes.push_back(std::move(attribute));
    } else {
      eventlog::EventAttribute attribute{std::move(name), is_person, {}};
      attribute.values.resize(log.events.size());
      of_event.bind(1, attributes.number(0));
      while (of_event.step()) {
        attribute.values[places[static_cast<std::size_t>(of_event.number(0))]] =
            read_value(of_event, 1);
      }
      of_event.reset();
      log.event_attributes.push_back(std::move(attribute));
    }
  }
}

}  // namespace

Result<Added> write_records(Database& database, const EventLog& log, Progress& progress) {
  return RecordWriter(database, log, progress).write();
}

EventLog read_records(Database& database) {
  EventLog log;
  read_texts(database, "select name from activity order by id", log.activities);
  read_texts(database, "select pseudonym from person order by id", log.persons);
  read_texts(database, "select name from org_group order by id", log.groups);
  Statement cases(database, "select name, case_type from zaak order by id");
  while (cases.step()) {
    log.cases.push_back({std::string(cases.text(0)), std::string(cases.text(1))});
  }
  const std::vector<std::size_t> places = read_events(database, log);
  read_values(database, log, places);
  return log;
}

void write_staff(Database& database, const eventlog::StaffList& staff) {
  database.execute("delete from staff");
  Statement insert(database,
                   "insert into staff(person, unit, function, fte_thousandths, scale) "
                   "values(?, ?, ?, ?, ?)");
  for (const eventlog::StaffMember& member : staff) {
    insert.bind(1, member.person).bind(2, member.unit).bind(3, member.function);
    member.fte ? insert.bind(4, std::int64_t{member.fte->thousandths()}) : insert.bind_null(4);
    insert.bind(5, member.scale).run();
  }
}

eventlog::StaffList read_staff(Database& database) {
  Statement rows(database,
                 "select person, unit, function, fte_thousandths, scale from staff order by id");
  eventlog::StaffList staff;
  while (rows.step()) {
    eventlog::StaffMember member{std::string(rows.text(0)), std::string(rows.text(1)),
                                 std::string(rows.text(2)), std::nullopt,
                                 std::string(rows.text(4))};
    if (!rows.is_null(3)) member.fte = Fte::thousandths(static_cast<std::int32_t>(rows.number(3)));
    staff.push_back(std::move(member));
  }
  return staff;
}

}  // namespace veer::store
