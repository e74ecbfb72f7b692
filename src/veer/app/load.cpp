// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/load.hpp"

#include <utility>

#include "veer/app/stored_budget.hpp"
#include "veer/app/stored_map.hpp"
#include "veer/store/workspace.hpp"

namespace veer::app {

Result<OwnRecords> load_records(const std::filesystem::path& path) {
  VEER_TRY(store::Workspace workspace,
           store::Workspace::open(path, store::Workspace::Access::read));
  OwnRecords own;
  VEER_TRY(own.log, workspace.records());
  VEER_TRY(own.staff, workspace.staff());
  VEER_TRY(own.budget, stored_budget(workspace));
  if (own.log.events.empty()) {
    return fail(Error{ErrorCode::unsupported, path.string(), "a workspace without records",
                      "records of cases",
                      "Import them: veer import " + path.filename().string() + " records.xes."});
  }
  VEER_TRY(auto stored, stored_map(workspace, own.log));
  if (stored) own.map = std::move(stored->map);
  return own;
}

}  // namespace veer::app
