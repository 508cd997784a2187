/** Every check, in the order in which its findings are reported. */
import { appLabelFixed } from "./app-label.js";
import { autoscalingWithoutRequests, replicasIgnored } from "./autoscaling.js";
import type { Check } from "./check.js";
import { configTooLarge } from "./config-too-large.js";
import { containerTwice } from "./container-twice.js";
import { fieldNotForKind } from "./field-not-for-kind.js";
import { imageNotPinned } from "./image-not-pinned.js";
import { memoryInThousandths } from "./memory-in-thousandths.js";
import { nameUnfit } from "./name-unfit.js";
import { namespaceMissing } from "./namespace-missing.js";
import { patternedWithoutApp } from "./patterned-without-app.js";
import { pdbBlocksEviction } from "./pdb-blocks-eviction.js";
import { policyDeniesAll } from "./policy-denies-all.js";
import { portMissing } from "./port-missing.js";
import { scheduleMissing } from "./schedule-missing.js";
import { plainTextSecret, secretKeyUnusable } from "./secrets.js";
import { externalNameMissing, serviceTypeConflict } from "./service-type.js";
import { mountTwice, volumeMissing, volumeTwice } from "./volumes.js";

export const checks: readonly Check[] = [
  nameUnfit,
  namespaceMissing,
  appLabelFixed,
  fieldNotForKind,
  scheduleMissing,
  serviceTypeConflict,
  externalNameMissing,
  portMissing,
  volumeTwice,
  volumeMissing,
  mountTwice,
  containerTwice,
  configTooLarge,
  patternedWithoutApp,
  imageNotPinned,
  pdbBlocksEviction,
  replicasIgnored,
  autoscalingWithoutRequests,
  policyDeniesAll,
  plainTextSecret,
  secretKeyUnusable,
  memoryInThousandths,
];
