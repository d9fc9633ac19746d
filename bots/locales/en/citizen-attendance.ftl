# Who comes, and arriving.
citizen-coming = { $count ->
        [0] 👥 Nobody is coming yet.
        [one] 👥 One person is coming.
       *[other] 👥 { $count } people are coming.
    }
citizen-reminded = { $count ->
        [one] ⏰ I will remind you on { $when }.
       *[other] ⏰ I will remind you: { $when }.
    }
citizen-button-sign = 🎟 My code for the door
citizen-sign =
    🎟 <b>{ $title }</b>
    Your code for the door: <code>{ $sign }</code>
    Show it to whoever lets people in, or type the code that hangs in the room here. It says nothing of who you are.
citizen-sign-later = Your code is here on the day of the debate.
citizen-door-unknown = I do not know this code, or its door is closed. Look at it again, or ask somebody at the door.
citizen-arrived = 👋 Welcome to “{ $title }”! You are checked in.
citizen-arrived-without = 👋 Welcome to “{ $title }”! You are counted. You had not signed up: please ask at the door whether there is a seat for you.
citizen-arrived-already = 👋 You are checked in for “{ $title }” already.
citizen-arrival-undone = Done: you are no longer counted as present.
citizen-button-not-here = ↩ I am not there
citizen-refused-door-closed = The door of “{ $title }” is not open: people are checked in on the day of the debate.
citizen-refused-wrong-door = This code does not count for “{ $title }”. Please read the one that hangs in the room again.
citizen-refused-not-there = You are not checked in for “{ $title }”.
notice-attended = 👋 Welcome to “{ $title }”: you are checked in. While the debate is under way you can ask here.
button-ask-live = 🙋 Live questions
