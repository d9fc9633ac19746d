# A message to everybody in a theme.
moderator-menu-broadcast = Write to all participants
moderator-button-broadcast = 📣 Message to all
moderator-broadcast-ask = 📣 What do you want to say to the people who take part in “{ $theme }”? Write the message, { $most } characters at most.
moderator-broadcast-nobody = Nobody takes part in “{ $theme }” through the bot yet: there is no one to write to.
moderator-slip-broadcast-long = A message has { $most } characters at most; this one has { $length }. Shorten it, or type /cancel.
moderator-slip-broadcast-empty = This message says nothing: it needs a few words. Write it, or type /cancel.
moderator-broadcast-ready = 👆 This is what each person will read, the first line in their language, with this button: “{ $mute }”.
    👥 Recipients: <b>{ $recipients }</b>
    ⏱ { $minutes ->
        [one] It takes about a minute.
       *[other] It takes about { $minutes } minutes.
    } What has left cannot be taken back; what has not left yet can be stopped.
moderator-broadcast-night = 🌙 Nothing leaves between 21:00 and 8:00: it will be sent from 8:00 on.
moderator-button-broadcast-send = 📣 Send ({ $recipients })
moderator-button-broadcast-leave = Do not send
moderator-broadcast-left = All right: nothing is sent.
moderator-broadcast-gone = This message waits no longer: start again with /broadcast.
moderator-broadcast-progress = { $state ->
        [going] 📣 <b>{ $theme }</b>: being sent.
        [night] 🌙 <b>{ $theme }</b>: nothing leaves at night; it goes on at 8:00.
        [stopped] ⏹ <b>{ $theme }</b>: stopped.
       *[done] ✅ <b>{ $theme }</b>: all sent.
    }
    { $sent } of { $recipients } sent, { $unreachable ->
        [1] one person unreachable
       *[other] { $unreachable } unreachable
    }{ $failed ->
        [0] {""}
       *[other] , { $failed } failed
    }
moderator-button-broadcast-stop = ⏹ Stop
moderator-button-broadcast-progress = 🔄 See progress
moderator-button-broadcast-new = ✏️ Another message
moderator-refused-unknown-broadcast = There is no such message. Start again with /broadcast.
