import type { Check } from "./check.js";

export const serviceTypeConflict: Check = {
  code: "conflicting-fields",
  severity: "error",
  why: "A Service has one type.",
  *find({ config }) {
    const { serviceType, service, ports } = config.app ?? {};
    const type = service?.type ?? serviceType;
    if (serviceType !== undefined && service?.type !== undefined && serviceType !== service.type) {
      const message = `serviceType (${serviceType}) and service.type (${service.type}) differ`;
      yield { path: ["app", "serviceType"], message, help: "Keep one of them." };
    }
    if (service?.headless && serviceType !== undefined && serviceType !== "ClusterIP") {
      yield { path: ["app", "serviceType"], message: `a headless Service cannot be of type ${serviceType}` };
    }
    for (const [index, port] of ports?.entries() ?? []) {
      if (typeof port !== "object" || port.nodePort === undefined) continue;
      if (type === "NodePort" || type === "LoadBalancer") continue;
      const message = `a Service of type ${type ?? "ClusterIP"} has no nodePort`;
      yield { path: ["app", "ports", index, "nodePort"], message, help: 'Set serviceType to "NodePort".' };
    }
  },
};
