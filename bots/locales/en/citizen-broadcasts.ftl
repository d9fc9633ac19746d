# Messages of the city to everybody in a theme.
notice-broadcast = 📣 <b>{ $city }</b> · a message from the city on the theme “{ $theme }”

    { $text }
button-mute = 🔕 No more of these messages
citizen-button-unmute = 🔔 Receive them again
citizen-broadcasts-muted = Noted: you will receive no more messages from the city on “{ $theme }”. What concerns you personally will still reach you.
citizen-broadcasts-unmuted = Noted: you will receive the city’s messages on “{ $theme }” again.
citizen-refused-banned = You can no longer write, vote or support here: the moderators decided so because of <b>{ $ref }</b>. You can still read everything. If you disagree, contact the town hall and name { $ref }: somebody else will look at it.
