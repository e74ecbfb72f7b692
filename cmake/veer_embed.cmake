# SPDX-License-Identifier: EUPL-1.2
# Data files inside the program, so that an installed veer needs no folder beside it.

# veer_embed(<output.cpp> <folder>...)
#
# Writes a C++ source that defines veer::app::embedded_files: the path and the text of every YAML
# file in these folders of the project, ordered by path. A file that is added, changed or removed
# runs the configure step again; the source is written only when it changes.
function(veer_embed output)
  set(files "")
  foreach(folder IN LISTS ARGN)
    # A glob, unlike for sources: a new model must be a new file and nothing else.
    file(GLOB_RECURSE found CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}"
         "${PROJECT_SOURCE_DIR}/${folder}/*.yaml")
    list(APPEND files ${found})
  endforeach()
  list(SORT files)
  set(entries "")
  foreach(path IN LISTS files)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${path}")
    file(READ "${PROJECT_SOURCE_DIR}/${path}" text)
    string(FIND "${text}" ")veer\"" clash)
    if(NOT clash EQUAL -1)
      message(FATAL_ERROR "${path} holds the mark that ends an embedded text")
    endif()
    string(APPEND entries "    {\"${path}\", R\"veer(${text})veer\"},\n")
  endforeach()
  set(source "// Made by cmake/veer_embed.cmake from the data files of the project.\n")
  string(APPEND source "#include \"veer/app/embedded_files.hpp\"\n\nnamespace veer::app {\n\n")
  string(APPEND source "const std::vector<EmbeddedFile>& embedded_files() {\n")
  string(APPEND source "  static const std::vector<EmbeddedFile> files = {\n${entries}  };\n")
  string(APPEND source "  return files;\n}\n\n}  // namespace veer::app\n")
  file(GENERATE OUTPUT "${output}" CONTENT "${source}")
endfunction()
