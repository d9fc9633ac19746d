# /mydata: everything that is stored about a person.
citizen-mydata =
    📦 <b>Everything that is stored about you</b>
    You have been taking part since { $since }.

    • Contributions: { $contributions }
    • Votes: { $votes }
    • Supports: { $supports }
    • Seats in debates: { $seats }
    • Messages from us: { $letters }

    The file holds all of it, for you alone. /mine takes something back, /forget erases everything.
