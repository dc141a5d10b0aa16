"""Complaints: looked into by a committee, with measures meanwhile and sanctions after."""
