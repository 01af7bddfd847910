# newsgraph_embed_binary(TARGET SYMBOL FILE): as newsgraph_embed, for files of several megabytes, which the assembler reads.
function(newsgraph_embed_binary target symbol file)
  get_filename_component(source "${file}" ABSOLUTE)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}.cpp")
  file(CONFIGURE OUTPUT "${output}" @ONLY CONTENT [[
#include "extract/data/tables.hpp"

__asm__(".section .rodata\n"
        ".balign 16\n"
        "newsgraph_bytes_@symbol@:\n"
        ".incbin \"@source@\"\n"
        "newsgraph_end_@symbol@:\n"
        ".byte 0\n"
        ".globl newsgraph_bytes_@symbol@\n"
        ".globl newsgraph_end_@symbol@\n"
        ".hidden newsgraph_bytes_@symbol@\n"
        ".hidden newsgraph_end_@symbol@\n"
        ".text\n");

extern "C" const char newsgraph_bytes_@symbol@[];
extern "C" const char newsgraph_end_@symbol@[];

namespace newsgraph::data {

std::string_view @symbol@() {
    return {newsgraph_bytes_@symbol@, static_cast<std::size_t>(newsgraph_end_@symbol@ - newsgraph_bytes_@symbol@)};
}

}  // namespace newsgraph::data
]])
  set_source_files_properties("${output}" PROPERTIES OBJECT_DEPENDS "${source}")
  target_sources(${target} PRIVATE "${output}")
endfunction()
