# A long list of small charts, made ten at a time.
let
  inherit (import ../../lib { }) mkChart splitIntoChunks;
  regions = builtins.genList (i: "region-${toString i}") 25;
  chartOf = region: mkChart {
    name = "cache-${region}";
    version = "1.0.0";
    app = { image = "redis:7.4-alpine"; ports = [ 6379 ]; };
  };
  processed = map (map chartOf) (splitIntoChunks 10 regions);
in
builtins.listToAttrs (map (chart: { inherit (chart.chartMeta) name; value = chart; }) (builtins.concatLists processed))
