// SPDX-License-Identifier: EUPL-1.2
// The budget in a workspace.
#pragma once

#include "veer/base/result.hpp"
#include "veer/org/budget.hpp"
#include "veer/store/workspace.hpp"

namespace veer::app {

/// The budget that was imported last; empty when none was. Errors: those of Workspace; unreadable
/// for a damaged one.
[[nodiscard]] Result<org::Budget> stored_budget(store::Workspace& workspace);

/// Keeps a budget in place of an earlier one. Within Workspace::in_transaction(). Errors: those of
/// Workspace.
[[nodiscard]] Result<Done> keep_budget(store::Workspace& workspace, const org::Budget& budget,
                                       const std::string& veer_version);

}  // namespace veer::app
