"""How an instance says how it is: health, figures, log, traces, the doctor."""
