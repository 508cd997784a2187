/** Every check, in the order in which its findings are reported. */
import { appLabelFixed } from "./app-label-fixed.js";
import { autoscalingWithoutRequests } from "./autoscaling-without-requests.js";
import type { Check } from "./check.js";
import { configTooLarge } from "./config-too-large.js";
import { containerTwice } from "./container-twice.js";
import { mountTwice } from "./duplicate-mount.js";
import { duplicateResource } from "./duplicate-resource.js";
import { volumeTwice } from "./duplicate-volume.js";
import { externalNameMissing } from "./external-name-missing.js";
import { fieldNotForKind } from "./field-not-for-kind.js";
import { imageNotPinned } from "./image-not-pinned.js";
import { memoryInThousandths } from "./memory-in-thousandths.js";
import { nameUnfit } from "./name-unfit.js";
import { namespaceMissing } from "./namespace-missing.js";
import { patchUnfit } from "./patch-unfit.js";
import { patchWithoutTarget } from "./patch-without-target.js";
import { patternedWithoutApp } from "./patterned-without-app.js";
import { pdbBlocksEviction } from "./pdb-blocks-eviction.js";
import { plainTextSecret } from "./plain-text-secret.js";
import { podSelected } from "./pod-selected.js";
import { policyDeniesAll } from "./policy-denies-all.js";
import { portMissing } from "./port-missing.js";
import { probePortMissing } from "./probe-port-missing.js";
import { replicasIgnored } from "./replicas-ignored.js";
import type { ResourceCheck } from "./resource-check.js";
import { rootRefused } from "./root-refused.js";
import { scheduleMissing } from "./schedule-missing.js";
import { secretKeyUnusable } from "./secret-key-unusable.js";
import { serviceTypeConflict } from "./service-type-conflict.js";
import { serviceWithoutPorts } from "./service-without-ports.js";
import { volumeMissing } from "./volume-missing.js";
import { workloadSpec } from "./workload-spec.js";

export const checks: readonly Check[] = [
  nameUnfit,
  namespaceMissing,
  appLabelFixed,
  fieldNotForKind,
  scheduleMissing,
  serviceTypeConflict,
  externalNameMissing,
  portMissing,
  probePortMissing,
  rootRefused,
  volumeTwice,
  volumeMissing,
  mountTwice,
  containerTwice,
  configTooLarge,
  patternedWithoutApp,
  workloadSpec,
  imageNotPinned,
  pdbBlocksEviction,
  replicasIgnored,
  serviceWithoutPorts,
  autoscalingWithoutRequests,
  policyDeniesAll,
  plainTextSecret,
  secretKeyUnusable,
  memoryInThousandths,
];

export const resourceChecks: readonly ResourceCheck[] = [
  duplicateResource,
  podSelected,
  patchWithoutTarget,
  patchUnfit,
];
