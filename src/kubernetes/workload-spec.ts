/** The fields of the specs of workloads, as the API has them: their names, and which are whole numbers. */

type FieldType = "integer" | "other";

function fields(integers: string, others: string): ReadonlyMap<string, FieldType> {
  const typed = (names: string, type: FieldType) => names.split(" ").map((name) => [name, type] as const);
  return new Map([...typed(integers, "integer"), ...typed(others, "other")]);
}

export const workloadSpecFields = {
  Deployment: fields(
    "replicas minReadySeconds revisionHistoryLimit progressDeadlineSeconds",
    "selector template strategy paused",
  ),
  StatefulSet: fields(
    "replicas minReadySeconds revisionHistoryLimit",
    "selector template serviceName podManagementPolicy updateStrategy volumeClaimTemplates " +
      "persistentVolumeClaimRetentionPolicy ordinals",
  ),
  DaemonSet: fields("minReadySeconds revisionHistoryLimit", "selector template updateStrategy"),
  Job: fields(
    "parallelism completions backoffLimit backoffLimitPerIndex maxFailedIndexes ttlSecondsAfterFinished",
    "activeDeadlineSeconds podFailurePolicy successPolicy selector manualSelector template completionMode suspend " +
      "podReplacementPolicy managedBy",
  ),
  CronJob: fields(
    "successfulJobsHistoryLimit failedJobsHistoryLimit",
    "startingDeadlineSeconds schedule timeZone concurrencyPolicy suspend jobTemplate",
  ),
} as const;
