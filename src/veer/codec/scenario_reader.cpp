// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/scenario_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "veer/codec/input_reader.hpp"
#include "veer/codec/scenario_parts.hpp"
#include "veer/work/work.hpp"

namespace veer::codec {
namespace {

constexpr std::string_view formats[] = {"veer-scenario/1"};
// Judgement: above the largest municipality ten times over.
constexpr std::int64_t most_inhabitants = 10'000'000;

/// The files of one scenario as if they were one.
class Files {
 public:
  /// Parses; what cannot be parsed goes to problems.
  Files(const std::vector<NamedText>& files, Problems& problems) {
    for (const NamedText& file : files) {
      auto document = YamlDocument::parse(file.text, file.name);
      if (document) {
        documents_.push_back(*std::move(document));
      } else {
        problems.insert(problems.end(), document.error().begin(), document.error().end());
      }
    }
  }

  void check_heads() {
    for (const auto& document : documents_) {
      const YamlNode root = document->root();
      root.only({"format", "include", "id", "name", "summary", "inhabitants", "sources",
                 "judgements", "office_hours", "full_time", "spending", "units", "posts", "spread",
                 "same_person", "profiles", "boards", "case_types", "proposals", "opgaven",
                 "continuing_work", "households"});
      static_cast<void>(root.at("format").choice(formats));
    }
  }

  /// The section where it stands; reported when it stands twice, and when it is needed and stands
  /// nowhere.
  YamlNode section(std::string_view key, bool needed = true) {
    std::vector<YamlNode> found;
    for (const auto& document : documents_) {
      const YamlNode node = document->root().find(key);
      if (node.is_present()) found.push_back(node);
    }
    for (std::size_t i = 1; i < found.size(); ++i) {
      found[i].report(fmt::format("`{}` a second time", key), "each section in one file");
    }
    if (!found.empty()) return found.front();
    return needed ? documents_.front()->root().at(key) : documents_.front()->root().find(key);
  }

  Origins origins() {
    Origins origins;
    for (const auto& document : documents_) read_origins(document->root(), origins);
    return origins;
  }

  [[nodiscard]] Problems problems() const {
    Problems all;
    for (const auto& document : documents_) {
      const Problems of_file = document->problems();
      all.insert(all.end(), of_file.begin(), of_file.end());
    }
    return all;
  }

 private:
  std::vector<std::unique_ptr<YamlDocument>> documents_;
};

std::vector<std::string> words(const Mentions& mentions) {
  std::vector<std::string> result;
  for (const auto& [word, place] : mentions) {
    if (std::find(result.begin(), result.end(), word) == result.end()) result.push_back(word);
  }
  return result;
}

/// Competences that nobody has, and competences that nothing asks for.
void check_competences(const Mentions& held, const Mentions& asked) {
  const std::vector<std::string> had = words(held);
  const std::vector<std::string> wanted = words(asked);
  for (const auto& [word, place] : asked) {
    if (word.empty() || std::find(had.begin(), had.end(), word) != had.end()) continue;
    report_unknown_word(place, word, had, "a competence of at least one post: nobody can do this");
  }
  for (const auto& [word, place] : held) {
    if (word.empty() || std::find(wanted.begin(), wanted.end(), word) != wanted.end()) continue;
    report_unknown_word(place, word, wanted, "a competence that a step asks for");
  }
}

/// What only shows in the work as a whole: steps that reach no end, for instance.
void check_work(const org::Municipality& municipality, const YamlNode& case_types,
                const YamlNode& boards, const YamlNode& opgaven) {
  for (const Error& problem : work::check(municipality.realise({}).work)) {
    const auto is_in = [&](std::string_view list) { return problem.where.rfind(list, 0) == 0; };
    const YamlNode& place = is_in("boards") ? boards : is_in("opgaven") ? opgaven : case_types;
    place.report(problem.where + ": " + problem.found, problem.expected, problem.hint);
  }
}

void read_common(Files& files, const Origins& origins, org::Municipality& town) {
  const std::string prefix = town.id + "/";
  town.full_time_hours =
      read_input(files.section("full_time"), contract_measure, prefix + "full_time",
                 {"contracturen van een voltijdbaan", "contract hours of a full-time job"},
                 origins);
  town.spending =
      read_input(files.section("spending", false), spending_measure, prefix + "spending",
                 {"alle uitgaven van de gemeente per inwoner",
                  "all spending of the municipality for each inhabitant"},
                 origins);
  const YamlNode spread = files.section("spread");
  spread.only({"effort", "wait"});
  town.effort_spread =
      read_input(spread.at("effort"), spread_measure, prefix + "spread.effort",
                 {"kwadratische variatiecoëfficiënt van behandeltijden",
                  "squared coefficient of variation of handling times"},
                 origins);
  town.wait_spread = read_input(spread.at("wait"), spread_measure, prefix + "spread.wait",
                                {"kwadratische variatiecoëfficiënt van wachttijden",
                                 "squared coefficient of variation of waits"},
                                origins);
  town.same_person =
      read_input(files.section("same_person"), share_measure, prefix + "same_person",
                 {"aandeel handelingen dat in dezelfde hand blijft als dat kan",
                  "share of activities that stay in one pair of hands where they can"},
                 origins);
}

}  // namespace

Result<std::vector<std::string>> included_files(const NamedText& file) {
  VEER_TRY(const auto document, YamlDocument::parse(file.text, file.name));
  std::vector<std::string> paths;
  const YamlNode root = document->root();
  if (!root.is_map()) return paths;  // read_scenario() says so.
  for (const YamlNode& item : root.find("include").items()) {
    const std::string path = item.text();
    if (!path.empty() && path.front() == '/') {
      item.report(path, "a path from this file, such as ../gemeentewerk.yaml");
    }
    paths.push_back(path);
  }
  Problems problems = document->problems();
  if (!problems.empty()) return fail(std::move(problems));
  return paths;
}

Result<org::Municipality> read_scenario(const std::vector<NamedText>& texts,
                                        const std::vector<org::Law>& laws,
                                        const std::vector<std::string>& scales) {
  VEER_EXPECT(!texts.empty());
  Problems problems;
  Files files(texts, problems);
  if (!problems.empty()) return fail(std::move(problems));
  files.check_heads();
  const Origins origins = files.origins();

  org::Municipality town;
  town.id = read_id(files.section("id"));
  town.name = read_text(files.section("name"));
  town.summary = read_text(files.section("summary"));
  town.inhabitants = static_cast<int>(files.section("inhabitants").whole(1, most_inhabitants));
  town.sources = origins.sources;
  town.office_hours = read_office_hours(files.section("office_hours"));
  read_common(files, origins, town);

  Mentions held;
  Mentions asked;
  town.units = read_units(files.section("units"));
  town.posts = read_posts(files.section("posts"), town.id, town.units, scales, origins, held);
  town.profiles = read_profiles(files.section("profiles"), origins);
  const YamlNode case_types = files.section("case_types");
  const YamlNode boards = files.section("boards", false);
  town.boards = read_boards(boards);
  const Known known{town.inhabitants, town.profiles, town.boards, laws, origins};
  read_case_types(case_types, town.id, false, known, asked, town.case_types);
  const YamlNode proposals = files.section("proposals", false);
  read_case_types(proposals, town.id, true, known, asked, town.case_types);
  const YamlNode opgaven = files.section("opgaven", false);
  town.opgaven = read_opgaven(opgaven, town.id, town.posts, origins, asked);
  town.continuing =
      read_continuing(files.section("continuing_work", false), town.id, origins, asked);
  const YamlNode households = files.section("households", false);
  town.households = read_households(households, town.id, town.case_types, origins);
  check_competences(held, asked);

  problems = files.problems();
  if (problems.empty()) {
    check_work(town, case_types, boards, opgaven);
    problems = files.problems();
  }
  if (!problems.empty()) return fail(std::move(problems));
  return town;
}

}  // namespace veer::codec
