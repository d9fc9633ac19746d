# 市政府发给某一主题所有参与者的消息。
notice-broadcast = 📣 <b>{ $city }</b> · 市政府关于主题“{ $theme }”的消息

    { $text }
button-mute = 🔕 不再接收此类消息
citizen-button-unmute = 🔔 重新接收
citizen-broadcasts-muted = 好的：您不会再收到市政府关于“{ $theme }”的消息。与您个人有关的消息仍会发给您。
citizen-broadcasts-unmuted = 好的：您会重新收到市政府关于“{ $theme }”的消息。
citizen-refused-banned = 您不能再在这里发言、投票或支持：这是审核人员因 <b>{ $ref }</b> 作出的决定。您仍然可以阅读全部内容。如有异议，请联系市政府并注明 { $ref }：会由另一位工作人员复核。
