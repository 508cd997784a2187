import { serviceTypeOf } from "../resources/service.js";
import type { Check } from "./check.js";

export const serviceWithoutPorts: Check = {
  code: "service-without-ports",
  severity: "warning",
  why: "A Service leads to ports; without them there is nothing to make one of.",
  *find({ config, wrote }) {
    const { kind, ports, service, serviceType } = config.app ?? {};
    const unknown = ports === undefined && wrote("app", "ports");
    if (unknown || (ports?.length ?? 0) > 0 || service?.enabled === false) return;
    const type = serviceTypeOf({ serviceType, service } as Parameters<typeof serviceTypeOf>[0]);
    // A StatefulSet has a headless Service in any case.
    if (type === "ExternalName" || (kind === "StatefulSet" && service?.headless)) return;
    const field = (["serviceType", "service"] as const).find((name) => config.app?.[name] !== undefined);
    if (field === undefined) return;
    const help = `Add app.ports, for example ports = [ 80 ], or remove ${field}.`;
    yield { path: ["app", field], message: "no Service is made, because there are no ports", help };
  },
};
