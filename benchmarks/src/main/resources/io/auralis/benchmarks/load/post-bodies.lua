-- POSTs ready-made bodies in turn: wrk ... --script post-bodies.lua URL -- BODIES CONTENT-TYPE
-- BODIES holds, for each, its length in decimal, a newline, the bytes, a newline.

local requests = {}
local turn = 0

function init(args)
  local headers = { ["Content-Type"] = args[2] }
  local file = assert(io.open(args[1], "rb"))
  local length = file:read("*n")
  while length do
    file:read(1)
    requests[#requests + 1] = wrk.format("POST", nil, headers, file:read(length))
    file:read(1)
    length = file:read("*n")
  end
  file:close()
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    'measured {"requests":%d,"micros":%d,"p50Micros":%d,"p99Micros":%d,"errors":%d}',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
