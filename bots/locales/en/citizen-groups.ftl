# In a group, and what is no words.
citizen-group-hello = Hello! I bring questions and opinions into the public debates of { $city }. Here I understand /ask and /themes; everything else we do in private, where nobody reads along.
citizen-group-private = That is between the two of us: let’s go on in private.
citizen-group-stranger = To take part I need your agreement once, in private; it takes one tap. Then write me your words there.
citizen-group-asked = Noted. I have answered you in our private chat.
citizen-button-private = 💬 Go on in private
citizen-words-only = { $kind ->
        [voice] I cannot listen to recordings.
        [picture] I cannot look at pictures or films.
        [sticker] Nice! But I cannot read it.
        [place] I have not kept this place.
        [file] I do not open files.
        [contact] I have not kept this contact, and nobody has seen it.
       *[other] I cannot read this.
    } I can read written words only: please write me what you have to say.
citizen-forwarded = These are somebody else’s words, so I have not taken them in. What do you think? Write it in your own words.
