{{- /* Helpers take the root context, or (dict "root" $ "name" … "part" …): a part as files/parts.yaml describes it. */ -}}

{{- define "palabre.parts" -}}
{{ .Files.Get "files/parts.yaml" }}
{{- end }}

{{- define "palabre.selector" -}}
app.kubernetes.io/name: palabre
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .name }}
{{- end }}

{{- define "palabre.labels" -}}
{{ include "palabre.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end }}

{{- define "palabre.metadata" -}}
name: {{ .root.Release.Name }}-{{ .name }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "palabre.labels" . | nindent 2 }}
{{- end }}

{{- define "palabre.image" -}}
{{- $images := .root.Values.image -}}
{{- $image := ternary $images.services $images (eq (.part.image | default "") "services") -}}
{{ $image.repository }}:{{ $images.tag | default .root.Chart.AppVersion }}{{ with $image.digest }}@{{ . }}{{ end }}
{{- end }}

{{- /* Whether this part takes updates by webhook: then it may be several. */ -}}
{{- define "palabre.hooked" -}}
{{- if and .part.webhook .root.Values.settings.PALABRE_WEBHOOK_URL }}true{{ end }}
{{- end }}

{{- /* Whether a second one of this part must not begin before the first has ended. */ -}}
{{- define "palabre.alone" -}}
{{- $polls := and .part.polls (not (include "palabre.hooked" .)) -}}
{{- $disk := and .part.home (ne .root.Values.data.accessMode "ReadWriteMany") -}}
{{- if or .part.alone $polls $disk }}true{{ end }}
{{- end }}

{{- /* Whether the number of this part is KEDA's to choose. */ -}}
{{- define "palabre.scaled" -}}
{{- $own := index .root.Values.parts .part.values -}}
{{- if and .root.Values.scaling.enabled (not .root.Values.stopped) (gt (int $own.most) (int $own.replicas)) }}true{{ end }}
{{- end }}

{{- /* The keys that a part is shown of the Secret with tokens. */ -}}
{{- define "palabre.secrets" -}}
{{- $keys := .part.secrets -}}
{{- if include "palabre.hooked" . }}{{ $keys = append $keys "webhook-secret" }}{{ end -}}
{{- if and (has "model" .part.reaches) .root.Values.secrets.llmKey }}{{ $keys = append $keys "llm-key" }}{{ end -}}
{{ toJson $keys }}
{{- end }}

{{- define "palabre.env" -}}
- {name: HOME, value: /tmp}
- {name: PALABRE_HOME, value: /data}
- {name: PALABRE_NATS_URL, value: {{ .root.Values.bus.url | quote }}}
{{- if has "monitor" .part.reaches }}
- {name: PALABRE_NATS_MONITOR_URL, value: {{ .root.Values.bus.monitorUrl | quote }}}
{{- end }}
- {name: PALABRE_NATS_CREDS_FILE, value: /run/palabre/nats-creds}
{{- if .root.Values.bus.ca }}
- {name: PALABRE_NATS_CA, value: /run/palabre/nats-ca}
{{- end }}
- {name: PALABRE_DATABASE_URL_FILE, value: /run/palabre/database-url}
{{- range include "palabre.secrets" . | fromJsonArray }}
- {name: PALABRE_{{ . | upper | replace "-" "_" }}_FILE, value: /run/palabre/{{ . }}}
{{- end }}
{{- if .part.health }}
- {name: PALABRE_HEALTH_PORT, value: "8081"}
{{- end }}
{{- if include "palabre.hooked" . }}
- {name: PALABRE_WEBHOOK_LISTEN, value: "0.0.0.0:8443"} # the moderators' bot takes the next port by itself
{{- end }}
{{- with .part.serves }}
- {name: PALABRE_WEB_HOST, value: 0.0.0.0}
- {name: PALABRE_WEB_PORT, value: {{ . | quote }}}
{{- end }}
{{- range $name, $value := .root.Values.settings }}
{{- if $value }}
- {name: {{ $name }}, value: {{ $value | quote }}}
{{- end }}
{{- end }}
{{- end }}

{{- /* What every container has; `arguments` are those of `palabre`. */ -}}
{{- define "palabre.container" -}}
image: {{ include "palabre.image" . | quote }}
imagePullPolicy: Always
args: {{ toJson .arguments }}
env:
  {{- include "palabre.env" . | nindent 2 }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  runAsNonRoot: true
  capabilities: {drop: [ALL]}
{{- end }}

{{- define "palabre.mounts" -}}
- {name: secrets, mountPath: /run/palabre, readOnly: true}
- {name: temporary, mountPath: /tmp}
{{- if .part.home }}
- {name: data, mountPath: /data}
- {name: data, mountPath: /data/backups, subPath: backups} # which makes that folder
{{- end }}
{{- end }}

{{- /* Where a volume is had on one node only, whoever needs it goes where the clerk is. */ -}}
{{- define "palabre.beside" -}}
{{- if and (ne .root.Values.data.accessMode "ReadWriteMany") (not .root.Values.stopped) }}
affinity:
  podAffinity:
    requiredDuringSchedulingIgnoredDuringExecution:
      - topologyKey: kubernetes.io/hostname
        labelSelector:
          matchLabels:
            {{- include "palabre.selector" (dict "root" .root "name" "clerk") | nindent 12 }}
{{- end }}
{{- end }}

{{- /* What every pod has. Service links would be settings by accident: a Service named palabre-web makes PALABRE_WEB_PORT. */ -}}
{{- define "palabre.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - {name: {{ . }}}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "palabre.volumes" -}}
- name: secrets
  projected:
    defaultMode: 0440
    sources:
      - secret:
          name: {{ .root.Values.bus.secret }}
          items:
            - {key: {{ .root.Values.bus.key | default (printf "%s.nkey" (.part.user | default .name)) }}, path: nats-creds}
            {{- with .root.Values.bus.ca }}
            - {key: {{ . }}, path: nats-ca}
            {{- end }}
      - secret:
          name: {{ .root.Values.database.secret }}
          items:
            - {key: {{ .root.Values.database.key | default (printf "%s.url" (.part.user | default .name)) }}, path: database-url}
            {{- with .root.Values.database.ca }}
            - {key: {{ . }}, path: database-ca}
            {{- end }}
      {{- with include "palabre.secrets" . | fromJsonArray }}
      - secret:
          name: {{ $.root.Values.secrets.name }}
          items:
            {{- range . }}
            - {key: {{ . }}, path: {{ . }}}
            {{- end }}
      {{- end }}
- name: temporary
  emptyDir: {sizeLimit: 1Gi}
{{- if .part.home }}
- name: data
  persistentVolumeClaim: {claimName: {{ .root.Release.Name }}-data}
{{- end }}
{{- end }}
