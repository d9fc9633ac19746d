citizen-agenda-head = <b>议程 — { $theme }</b>（第 { $version } 版）
citizen-agenda-none = “{ $theme }”的议程尚未发布。议程由大家支持的问题产生：您的支持很重要。
citizen-summary-head = <b>摘要 — { $theme }</b>（第 { $version } 版）
citizen-summary-none = “{ $theme }”的摘要尚未发布。
citizen-map-head = <b>谁在哪些事上意见一致 — { $theme }</b>
citizen-map-none = “{ $theme }”的投票还不够多，暂时看不出谁在哪些事上意见一致。您的投票会有帮助。
citizen-document-more = …… 其余内容请看公开页面。{ $url }
