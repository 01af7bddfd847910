# Run by newsgraph_embed at build time: writes the bytes of ${source} as an array into ${output}.
file(READ "${source}" hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
string(REGEX REPLACE "(('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',))" "\\1\n" bytes "${bytes}")
file(WRITE "${output}" "#include \"extract/data/tables.hpp\"

namespace newsgraph::data {

namespace {
const char bytes[] = {
${bytes}'\\0'};
}  // namespace

std::string_view ${symbol}() { return {bytes, sizeof(bytes) - 1}; }

}  // namespace newsgraph::data
")
