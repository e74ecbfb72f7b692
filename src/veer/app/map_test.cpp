// SPDX-License-Identifier: EUPL-1.2
// The map of real municipalities, held against counts made here from the text of the files alone;
// and the way of a map out of a workspace and back.
#include "veer/app/map.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "veer/app/ask_subject.hpp"
#include "veer/app/catalogue.hpp"
#include "veer/app/import_records.hpp"
#include "veer/app/load.hpp"
#include "veer/app/look.hpp"
#include "veer/app/read_records.hpp"
#include "veer/app/stored_map.hpp"
#include "veer/design/reorganise.hpp"

namespace veer::app {
namespace {

namespace fs = std::filesystem;
const fs::path logs = fs::path(VEER_SHARED_DATA) / "logs";

// ---- counts of a log made from its text, line by line

struct Counted {
  std::size_t cases = 0;
  std::size_t events = 0;
  std::set<std::string> people;
  std::map<std::string, std::size_t> sub_processes;  // events of each
  std::vector<double> days;                          // of each case, first to last event

  [[nodiscard]] double median() const {
    std::vector<double> sorted = days;
    std::sort(sorted.begin(), sorted.end());
    const std::size_t half = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
};

std::string value_in(const std::string& line) {
  const std::size_t begin = line.find("value=\"") + 7;
  return line.substr(begin, line.find('"', begin) - begin);
}

/// Days since an arbitrary day of a date "2011-10-11T13:45:40...": the clock as it is written.
double days_of(const std::string& date) {
  const int year = std::stoi(date.substr(0, 4));
  const int month = std::stoi(date.substr(5, 2));
  const int before = month <= 2 ? year - 1 : year;
  const int shifted = (month + 9) % 12;  // March is 0
  const double day = 365.0 * before + before / 4 - before / 100 + before / 400 +
                     (153 * shifted + 2) / 5 + std::stoi(date.substr(8, 2));
  const double seconds = std::stoi(date.substr(11, 2)) * 3600.0 +
                         std::stoi(date.substr(14, 2)) * 60.0 + std::stod(date.substr(17, 6));
  return day + seconds / 86400;
}

/// The code up to its first number of three digits: in BPIC15 that number is the step.
std::string before_step(const std::string& code) {
  for (std::size_t i = 0; i + 3 < code.size(); ++i) {
    const auto digit = [&](std::size_t at) { return code[at] >= '0' && code[at] <= '9'; };
    if (code[i] == '_' && digit(i + 1) && digit(i + 2) && digit(i + 3)) return code.substr(0, i);
  }
  return "";
}

Counted count(const std::string& text) {
  Counted result;
  bool in_event = false;
  std::string code;
  double first = 0;
  double last = 0;
  std::size_t in_case = 0;
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
    const std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    const auto has = [&](const char* part) { return line.find(part) != std::string::npos; };
    if (has("<trace>")) {
      ++result.cases;
      in_case = 0;
    } else if (has("<event>")) {
      in_event = true;
      code.clear();
    } else if (has("</event>")) {
      in_event = false;
      ++result.events;
      if (!before_step(code).empty()) ++result.sub_processes[before_step(code)];
    } else if (has("</trace>")) {
      if (in_case > 0) result.days.push_back(last - first);
    } else if (in_event && has("key=\"action_code\"")) {
      code = value_in(line);
    } else if (in_event && has("key=\"org:resource\"")) {
      result.people.insert(value_in(line));
    } else if (in_event && has("key=\"time:timestamp\"")) {
      const double at = days_of(value_in(line));
      first = in_case == 0 ? at : std::min(first, at);
      last = in_case == 0 ? at : std::max(last, at);
      ++in_case;
    }
  }
  return result;
}

std::string text_of(const fs::path& path) {
  SilentProgress silent;
  ReadingProgress reading{silent};
  FileRead read;
  return *read_text(path, reading, read);
}

report::MapAnswer proposal_of(const fs::path& path) {
  SilentProgress silent;
  ReadingProgress reading{silent};
  auto file = read_records(path, {}, reading);
  const auto plain = [](std::string_view name) { return std::string(name); };
  const auto log = eventlog::protect(std::move(file->read.records), plain).log;
  const auto instances = eventlog::instances(log);
  report::MapAnswer answer;
  answer.proposal = discover::propose_map(log, instances, {});
  answer.map = answer.proposal->map;
  answer.coverage = discover::cover(answer.map, log, instances, {});
  return answer;
}

std::set<std::string> used(const report::MapAnswer& answer) {
  std::set<std::string> result;
  for (const auto& one : answer.coverage.sub_processes) result.insert(one.id);
  return result;
}

TEST(MapOfBuildingPermits, covers_the_records_and_differs_between_municipalities_as_counted) {
  if (!fs::exists(logs / "bpic15")) GTEST_SKIP() << "no data in " << logs;
  std::map<std::string, report::MapAnswer> found;
  std::map<std::string, Counted> counted;
  for (const std::string number : {"1", "3", "4"}) {
    SCOPED_TRACE("municipality " + number);
    const fs::path path = logs / "bpic15" / ("BPIC15_" + number + ".xes.gz");
    found[number] = proposal_of(path);
    counted[number] = count(text_of(path));
    const auto& coverage = found[number].coverage;
    const Counted& own = counted[number];
    EXPECT_EQ(found[number].proposal->rule, discover::SubProcessRule::code);
    EXPECT_GT(coverage.share(), 0.95);
    EXPECT_EQ(coverage.cases, own.cases);
    EXPECT_EQ(coverage.events, own.events);
    EXPECT_EQ(coverage.people, own.people.size());
    EXPECT_NEAR(coverage.median_days, own.median(), 1e-6);
    std::map<std::string, std::size_t> events;
    for (const auto& one : coverage.sub_processes) events[one.id] = one.events;
    EXPECT_EQ(events, own.sub_processes);
  }
  // The differences themselves: who is slowest, who has most people, who uses what.
  for (const auto& [a, b] : {std::pair("1", "3"), std::pair("1", "4"), std::pair("3", "4")}) {
    EXPECT_NEAR(found[a].coverage.median_days - found[b].coverage.median_days,
                counted[a].median() - counted[b].median(), 1e-6);
    EXPECT_EQ(found[a].coverage.people > found[b].coverage.people,
              counted[a].people.size() > counted[b].people.size());
  }
  EXPECT_NE(used(found["1"]), used(found["3"]));
  EXPECT_NE(used(found["3"]), used(found["4"]));
  EXPECT_EQ(used(found["1"]).count("01_OLO"), 0U);
  EXPECT_EQ(used(found["3"]).count("01_OLO"), 1U);
}

TEST(MapOfBuildingPermits, words_that_are_guessed_are_in_the_names_of_the_activities) {
  if (!fs::exists(logs / "bpic15")) GTEST_SKIP() << "no data in " << logs;
  const auto found = proposal_of(logs / "bpic15" / "BPIC15_1.xes.gz");
  std::size_t guesses = 0;
  for (std::size_t i = 0; i < found.map.sub_processes.size(); ++i) {
    EXPECT_FALSE(found.map.sub_processes[i].name.empty());
    if (found.proposal->words[i] == discover::WordsFrom::guess) ++guesses;
    if (found.map.sub_processes[i].id == "01_HOOFD") {
      EXPECT_EQ(found.proposal->words[i], discover::WordsFrom::published);
    }
  }
  EXPECT_GT(guesses, 10U);
}

TEST(MapOfAReceiptPhase, follows_the_words_its_names_end_in_and_names_what_it_cannot_see) {
  if (!fs::exists(logs / "receipt")) GTEST_SKIP() << "no data in " << logs;
  const auto found = proposal_of(logs / "receipt" / "Receipt.xes.gz");
  EXPECT_EQ(found.proposal->rule, discover::SubProcessRule::words);
  EXPECT_EQ(used(found).count("confirmation of receipt"), 1U);
  const auto seen = [&](org::Mark mark) {
    return found.proposal->marks[static_cast<std::size_t>(mark)].seen;
  };
  EXPECT_EQ(seen(org::Mark::discipline), discover::Seen::found) << "the groups tell";
  EXPECT_EQ(seen(org::Mark::domain), discover::Seen::one_value) << "nearly all General";
  EXPECT_EQ(seen(org::Mark::area), discover::Seen::no_column);
}

// ---- out of a workspace and back

class MapTest : public testing::Test {
 protected:
  MapTest() {
    std::string pattern = testing::TempDir() + "veer-map-XXXXXX";
    folder_ = mkdtemp(pattern.data());
    ImportRequest request;
    request.workspace = workspace();
    request.records = {file("zaken.csv", records())};
    SilentProgress silent;
    EXPECT_TRUE(import_records(request, silent));
  }
  ~MapTest() override { fs::remove_all(folder_); }

  fs::path file(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return folder_ / name;
  }
  fs::path workspace() const { return folder_ / "dorp.veer"; }
  std::string bytes(const fs::path& path) const {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }
  Result<report::MapAnswer> map(std::optional<fs::path> read = {},
                                std::optional<fs::path> write = {}, bool propose = false) const {
    MapRequest request;
    request.workspace = workspace();
    request.read = std::move(read);
    request.write = std::move(write);
    request.propose = propose;
    SilentProgress silent;
    return map_workspace(request, silent);
  }

  /// The subject under the model that groups by domain.
  static Result<design::Design> in_sectors(const AskSubject& subject) {
    VEER_TRY(const org::Model as_is, load_model("as-is"));
    VEER_TRY(const org::Model sectors, load_model("sectorenmodel"));
    VEER_TRY(const org::Mechanisms mechanisms, load_mechanisms());
    VEER_TRY(const org::Baseline baseline, subject.subject.realise({}));
    VEER_TRY(const design::Ground ground,
             design::ground_of(as_is, baseline, mechanisms, {}, &*subject.observed));
    return design::reorganise(sectors, baseline, mechanisms, {}, ground);
  }

  /// Twelve people in one group; each case goes through one of two processes.
  static std::string records() {
    std::string text = "zaaknummer;handeling;medewerker;groep;einddatum\n";
    for (int c = 0; c < 60; ++c) {
      const bool zorg = c % 2 == 0;
      for (int step = 1; step <= 3; ++step) {
        text += "Z" + std::to_string(c) + ";" + (zorg ? "zorg_0" : "weg_0") +
                std::to_string(step) + "0;" + (zorg ? "zus" : "wim") +
                std::to_string((c / 2 + step) % 6) + ";gang;" + std::to_string(1 + c % 28) +
                "-3-2025 " + std::to_string(9 + step) + ":00\n";
      }
    }
    return text;
  }

  fs::path folder_;
};

TEST_F(MapTest, a_proposal_is_written_read_back_and_then_is_the_map) {
  const fs::path out = folder_ / "map.yaml";
  const auto proposed = map({}, out);
  ASSERT_TRUE(proposed) << to_string(proposed.error().front());
  ASSERT_TRUE(proposed->proposal.has_value());
  EXPECT_EQ(proposed->written_to, out.string());
  EXPECT_TRUE(map()->proposal.has_value()) << "nothing was settled";

  const std::string corrected = "# mijn eigen regel\n" + bytes(out);
  const auto read = map(file("beter.yaml", corrected));
  ASSERT_TRUE(read) << to_string(read.error().front());
  EXPECT_FALSE(read->proposal.has_value());
  EXPECT_FALSE(map()->proposal.has_value()) << "now it is the map";
  EXPECT_TRUE(map({}, {}, true)->proposal.has_value());

  const fs::path again = folder_ / "again.yaml";
  ASSERT_TRUE(map({}, again));
  EXPECT_EQ(bytes(again), corrected) << "the user's own words are kept";
}

TEST_F(MapTest, a_file_that_is_there_is_not_overwritten) {
  const fs::path out = file("map.yaml", "mine");
  const auto refused = map({}, out);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().front().code, ErrorCode::invalid);
  EXPECT_EQ(bytes(out), "mine");
  EXPECT_EQ(map({}, folder_ / "nowhere" / "map.yaml").error().front().code, ErrorCode::unreadable);
}

TEST_F(MapTest, a_map_with_mistakes_changes_nothing) {
  const std::string domains =
      "format: veer-map/1\nsub_processes:\n"
      "  - {id: zorg, domain: sociaal, within: weg, activities: [zorg_010, zorg_020, zorg_030]}\n"
      "  - {id: weg, domain: ruimte, within: zorg, activities: [weg_010, weg_099, weg_030]}\n";
  const auto refused = map(file("map.yaml", domains));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().size(), 2U) << "a ring and an unknown activity";
  EXPECT_TRUE(map()->proposal.has_value()) << "no map was kept";
  EXPECT_FALSE(map(file("leeg.yaml", "")));
  EXPECT_FALSE(map(folder_ / "none.yaml"));
  EXPECT_FALSE(map(folder_));
}

TEST_F(MapTest, a_map_of_another_workspace_is_refused) {
  const fs::path out = folder_ / "map.yaml";
  ASSERT_TRUE(map({}, out));
  std::string other = bytes(out);
  const std::size_t at = other.find("records: \"") + 10;
  other.replace(at, 4, "zzzz");
  const auto refused = map(file("other.yaml", other));
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().front().found.find("other records"), std::string::npos);
}

TEST_F(MapTest, later_imports_leave_the_map_as_it_is) {
  ASSERT_TRUE(map(file("map.yaml",
                       "format: veer-map/1\nsub_processes:\n"
                       "  - {id: zorg, activities: [zorg_010, zorg_020, zorg_030]}\n"
                       "units:\n  - {name: gang, domain: sociaal}\n")));
  ImportRequest more;
  more.workspace = workspace();
  more.records = {file("meer.csv", "zaaknummer;handeling;medewerker;groep;einddatum\n"
                                   "Z99;keuken_010;kok;kelder;3-4-2025 9:00\n")};
  more.staff = file("hr.csv", "medewerker;afdeling\nzus1;Zolder\nwim1;Zolder\n");
  SilentProgress silent;
  ASSERT_TRUE(import_records(more, silent));
  const auto after = map();
  ASSERT_TRUE(after) << to_string(after.error().front());
  EXPECT_FALSE(after->proposal.has_value());
  EXPECT_EQ(after->coverage.unplaced.size(), 4U) << "three of weg, one of keuken";
  EXPECT_TRUE(load_records(workspace()));
}

TEST_F(MapTest, a_damaged_map_is_told_and_can_be_read_back_again) {
  {
    auto opened = store::Workspace::open(workspace(), store::Workspace::Access::change);
    ASSERT_TRUE(opened);
    ASSERT_TRUE(opened->in_transaction(
        [&] { return opened->put_document("map", "map.yaml", {"{\"yaml\": 5}", "0"}); }));
  }
  EXPECT_EQ(map().error().front().code, ErrorCode::unreadable);
  EXPECT_EQ(load_records(workspace()).error().front().code, ErrorCode::unreadable);
  EXPECT_TRUE(map(file("map.yaml", "format: veer-map/1\nsub_processes: []\n")));
  EXPECT_TRUE(load_records(workspace()));
}

TEST_F(MapTest, look_sums_time_up_by_the_sub_processes_of_the_map) {
  LookOptions options;
  options.logs = 1;
  SerialExecutor executor;
  SilentProgress silent;
  const auto before = look_at(workspace(), options, executor, silent);
  ASSERT_TRUE(before) << to_string(before.error().front());
  EXPECT_TRUE(std::get<report::LookAnswer>(*before).by_sub_process.empty());
  const fs::path out = folder_ / "map.yaml";
  ASSERT_TRUE(map({}, out));
  ASSERT_TRUE(map(out));
  const auto after = look_at(workspace(), options, executor, silent);
  ASSERT_TRUE(after);
  const auto& seen = std::get<report::LookAnswer>(*after);
  ASSERT_EQ(seen.by_sub_process.size(), 2U);
  EXPECT_EQ(seen.by_sub_process[0].count + seen.by_sub_process[1].count, 180U);
  EXPECT_NE(report::look_screen(report::Language::nl, seen).find("deelprocessen van uw kaart"),
            std::string::npos);
}

TEST_F(MapTest, domains_of_the_map_let_a_model_group_by_domain) {
  const auto before = load_subject(workspace().string());
  ASSERT_TRUE(before) << to_string(before.error().front());
  const auto unmapped = before->subject.realise({});
  ASSERT_TRUE(unmapped);
  for (const auto& activity : unmapped->work.activities) EXPECT_EQ(activity.domain, "");
  EXPECT_EQ(map()->coverage[org::GroupBy::domain].support, discover::Support::no);
  const auto refused = in_sectors(*before);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().front().code, ErrorCode::unsupported);
  const auto read = map(file("map.yaml",
                             "format: veer-map/1\nsub_processes:\n"
                             "  - {id: zorg, domain: sociaal, discipline: consulent,\n"
                             "     activities: [zorg_010, zorg_020, zorg_030]}\n"
                             "  - {id: weg, domain: ruimte, activities: [weg_010, weg_020]}\n"
                             "units:\n  - {name: gang, within: gemeentehuis}\n"
                             "  - {name: gemeentehuis}\n"));
  ASSERT_TRUE(read) << to_string(read.error().front());
  EXPECT_EQ(read->coverage[org::GroupBy::domain].support, discover::Support::yes);
  const auto after = load_subject(workspace().string());
  ASSERT_TRUE(after);
  const auto baseline = after->subject.realise({});
  std::map<std::string, std::string> domain;
  for (const auto& activity : baseline->work.activities) domain[activity.name] = activity.domain;
  EXPECT_EQ(domain["zorg_010"], "sociaal");
  EXPECT_EQ(domain["weg_020"], "ruimte");
  EXPECT_EQ(domain["weg_030"], "") << "the map leaves it out";
  const auto design = in_sectors(*after);
  ASSERT_TRUE(design) << to_string(design.error().front());
  for (const design::Note& note : design->notes) {
    EXPECT_NE(note.kind, design::NoteKind::domains_from_units);
  }
  ASSERT_EQ(baseline->workforce.found_units.size(), 2U);
  EXPECT_EQ(baseline->workforce.found_units[0].name, "gemeentehuis");
}

}  // namespace
}  // namespace veer::app
