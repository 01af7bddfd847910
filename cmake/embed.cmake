# newsgraph_embed(TARGET SYMBOL FILE): compiles a data file into TARGET as `std::string_view newsgraph::data::SYMBOL()`
# (declared in extract/data/tables.hpp), so that the binary needs no file beside it.
function(newsgraph_embed target symbol file)
  get_filename_component(source "${file}" ABSOLUTE)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}.cpp")
  set(script "${PROJECT_SOURCE_DIR}/cmake/embed_file.cmake")
  add_custom_command(OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-Dsource=${source}" "-Doutput=${output}" "-Dsymbol=${symbol}" -P "${script}"
    DEPENDS "${source}" "${script}" COMMENT "Embedding ${symbol}" VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()
